import OpenSSLKit

/// Key pairs that many tests share, since making one takes a while.
enum TestKeys {
    static let one = Result { try RSAPrivateKey.generate() }
    static let other = Result { try RSAPrivateKey.generate() }
}
