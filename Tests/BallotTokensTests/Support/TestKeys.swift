import BallotTokens
import OpenSSLKit

/// Issuers that many tests share, since making a key takes a while.
enum TestKeys {
    static let one = Result { try RSAPrivateKey.generate() }
    static let other = Result { try RSAPrivateKey.generate() }

    /// A modulus that 3 divides (3 · 555…5 = fff…f), so that one message in three shares a factor with it.
    static let dishonest = Result {
        try RSAPublicKey(modulus: [UInt8](repeating: 0xFF, count: 256), exponent: [1, 0, 1])
    }
}
