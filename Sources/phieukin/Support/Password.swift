import OpenSSLKit
import StrictEncoding

/// Passwords that the program itself makes.
enum Password {
    /// 100 random bits in five groups of four characters that can be read aloud.
    /// - Throws: `OpenSSLError` if there is no randomness.
    static func random() throws -> String {
        let bytes = try SecretBytes(random: 13).unwipedCopy
        return Crockford.grouped(Crockford.encode(bytes, count: 20), by: 4)
    }
}
