import COpenSSL

/// A private key that signs: RSA of 2048 to 4096 bits, or P-256.
@safe public final class PrivateKey: @unchecked Sendable {
    // Never changed once made; OpenSSL's own caches inside it are locked, hence safe to share.
    private let handle: Owned

    public let kind: KeyKind

    /// The `EVP_PKEY`, lent.
    var pointer: OpaquePointer { unsafe handle.pointer }

    /// - Throws: `CredentialError.unsupportedKey`.
    init(adopting handle: consuming Owned) throws(CredentialError) {
        let kind = unsafe KeyKind(of: handle.pointer)
        guard kind.isAccepted else { throw .unsupportedKey(kind) }
        self.kind = kind
        self.handle = handle
    }
}

extension PrivateKey {
    /// A fresh key on P-256.
    /// - Throws: `OpenSSLError`.
    public static func generateP256() throws -> PrivateKey {
        try unsafe generate("EC") { context in unsafe EVP_PKEY_CTX_set_group_name(context, "P-256") }
    }

    /// A fresh RSA key, e = 65537; takes from tens of milliseconds to seconds.
    /// - Parameter bits: 2048 to 4096.
    /// - Throws: `CredentialError.unsupportedKey` for any other size; `OpenSSLError`.
    public static func generateRSA(bits: Int) throws -> PrivateKey {
        let kind = KeyKind.rsa(bits: bits)
        guard kind.isAccepted else { throw CredentialError.unsupportedKey(kind) }
        return try unsafe generate("RSA") { context in unsafe EVP_PKEY_CTX_set_rsa_keygen_bits(context, CInt(bits)) }
    }

    private static func generate(_ algorithm: String, _ configure: (OpaquePointer) -> CInt) throws -> PrivateKey {
        let operation = "\(algorithm) key generation"
        let context = try unsafe Owned(operation, freedBy: { unsafe EVP_PKEY_CTX_free($0) }) {
            unsafe EVP_PKEY_CTX_new_from_name(nil, algorithm, nil)
        }
        try require(operation) { unsafe EVP_PKEY_keygen_init(context.pointer) }
        try require(operation) { unsafe configure(context.pointer) }
        let key = try unsafe Owned(operation, freedBy: { unsafe EVP_PKEY_free($0) }) {
            var key: OpaquePointer?
            return unsafe EVP_PKEY_generate(context.pointer, &key) == 1 ? key : nil
        }
        return try PrivateKey(adopting: key)
    }
}

extension PrivateKey {
    /// A signature by SHA-256 and, as the key is, ECDSA (`Ecdsa-Sig-Value`, DER) or RSASSA-PSS.
    func sign(_ message: [UInt8]) throws(OpenSSLError) -> [UInt8] {
        let digest = try SignatureDigest.sha256.hash(message)
        let context = try unsafe SignatureContext(pointer, kind: kind) { unsafe EVP_PKEY_sign_init($0) }
        var signature = unsafe [UInt8](repeating: 0, count: Int(max(0, EVP_PKEY_get_size(pointer))))
        var count = signature.count
        try require("signing") {
            unsafe EVP_PKEY_sign(context.pointer, &signature, &count, digest, digest.count)
        }
        return Array(signature.prefix(count))
    }
}
