import OpenSSLKit
import StrictEncoding

/// Passwords that an administrator hands over on paper.
enum InitialPassword {
    /// 100 random bits in groups of four characters that can be read aloud.
    /// - Throws: `OpenSSLError` if there is no randomness.
    static func random() throws -> String {
        Crockford.grouped(Crockford.encode(try SecretBytes(random: 13).unwipedCopy, count: 20), by: 4)
    }
}
