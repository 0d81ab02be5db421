public import Crypto

/// HOTP (RFC 4226) and, with a moment's step as its counter, TOTP (RFC 6238).
public enum OneTimePassword {
    /// - Parameters:
    ///   - hash: authenticator apps know SHA-1 alone; RFC 6238 also has SHA-256 and SHA-512.
    ///   - digits: how long the code is, 6 to 8.
    public static func code<Hash: HashFunction>(
        _ secret: [UInt8], counter: UInt64, digits: Int, hash: Hash.Type
    ) -> String {
        let message = stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: counter >> UInt64($0)) }
        let digest = Array(HMAC<Hash>.authenticationCode(for: message, using: SymmetricKey(data: secret)))
        let number = truncated(digest) % (0..<digits).reduce(UInt32(1)) { power, _ in power * 10 }
        let text = String(number)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// Dynamic truncation, RFC 4226 section 5.3.
    private static func truncated(_ digest: [UInt8]) -> UInt32 {
        let offset = Int(digest[digest.count - 1] & 0x0F)
        return digest[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
    }
}
