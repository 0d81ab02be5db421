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
