import COpenSSL

/// SHA-2 (FIPS 180-4) over bytes at hand.
///
/// The one owner of an `EVP_MD`, fetched once: a search by name at each use would cost more than a short hash.
@safe public final class HashFunction: @unchecked Sendable {
    static let fetchedSHA256 = Result { () throws(OpenSSLError) in try HashFunction("SHA2-256") }
    static let fetchedSHA384 = Result { () throws(OpenSSLError) in try HashFunction("SHA2-384") }

    let pointer: OpaquePointer
    private let size: Int

    private init(_ name: String) throws(OpenSSLError) {
        unsafe pointer = try obtain("fetching \(name)") { unsafe EVP_MD_fetch(nil, name, nil) }
        size = unsafe Int(EVP_MD_get_size(pointer))
    }

    deinit { unsafe EVP_MD_free(pointer) }

    /// 32 bytes.
    /// - Throws: `OpenSSLError` if OpenSSL has no memory or no such function.
    public static func sha256(_ bytes: [UInt8]) throws(OpenSSLError) -> [UInt8] { try fetchedSHA256.get().hash(bytes) }

    /// 32 bytes, of bytes that are secret as the hash is.
    /// - Throws: `OpenSSLError` if OpenSSL has no memory or no such function.
    public static func sha256(_ secret: SecretBytes) throws(OpenSSLError) -> SecretBytes {
        let function = try fetchedSHA256.get()
        return try unsafe SecretBytes(count: function.size) { hash throws(OpenSSLError) in
            try unsafe secret.withUnsafeBytes { bytes throws(OpenSSLError) in
                try require("hash") {
                    unsafe EVP_Digest(
                        bytes.baseAddress, bytes.count, hash.bindMemory(to: UInt8.self).baseAddress, nil,
                        function.pointer, nil)
                }
            }
        }
    }

    /// 48 bytes.
    /// - Throws: `OpenSSLError` if OpenSSL has no memory or no such function.
    public static func sha384(_ bytes: [UInt8]) throws(OpenSSLError) -> [UInt8] { try fetchedSHA384.get().hash(bytes) }

    private func hash(_ bytes: [UInt8]) throws(OpenSSLError) -> [UInt8] {
        var hash = [UInt8](repeating: 0, count: size)
        try require("hash") { unsafe EVP_Digest(bytes, bytes.count, &hash, nil, pointer, nil) }
        return hash
    }
}
