import COpenSSL

/// Keys from passwords.
public enum Derivation {
    /// scrypt (RFC 7914). It takes 128·r·n bytes of memory while it runs.
    ///
    /// - Parameters:
    ///   - n: the cost, a power of two above 1.
    ///   - r: the block size.
    ///   - p: the parallelization.
    ///   - count: how many bytes to derive.
    /// - Throws: `OpenSSLError`, also for parameters that RFC 7914 forbids.
    public static func scrypt(
        password: [UInt8], salt: [UInt8], n: UInt64, r: UInt64, p: UInt64, count: Int
    ) throws -> SecretBytes {
        try unsafe SecretBytes(count: count) { buffer throws(OpenSSLError) in
            let octets = unsafe buffer.assumingMemoryBound(to: UInt8.self)
            try require("scrypt") {
                unsafe password.withUnsafeBytes { password in
                    unsafe EVP_PBE_scrypt(
                        password.assumingMemoryBound(to: CChar.self).baseAddress, password.count, salt, salt.count,
                        n, r, p, memoryLimit, octets.baseAddress, octets.count)
                }
            }
        }
    }

    /// PBKDF2-HMAC-SHA256 (RFC 8018 section 5.2).
    ///
    /// - Parameter count: how many bytes to derive.
    /// - Throws: `OpenSSLError`, also for no iterations.
    public static func pbkdf2SHA256(
        password: [UInt8], salt: [UInt8], iterations: Int, count: Int
    ) throws -> [UInt8] {
        let digest = try HashFunction.fetchedSHA256.get()
        var bytes = [UInt8](repeating: 0, count: count)
        try require("PBKDF2") {
            unsafe password.withUnsafeBytes { password in
                unsafe PKCS5_PBKDF2_HMAC(
                    password.assumingMemoryBound(to: CChar.self).baseAddress, CInt(password.count), salt,
                    CInt(salt.count), CInt(clamping: iterations), digest.pointer, CInt(count), &bytes)
            }
        }
        return bytes
    }

    /// OpenSSL refuses what would take more; its own default of 32 MiB is below what passwords deserve.
    private static let memoryLimit: UInt64 = 1 << 30
}
