/// Tells tokens of one challenge under one key from all others. Safe to use from many threads at once.
public struct TokenVerifier: Sendable {
    public let key: TokenKey

    private let challengeDigest: [UInt8]

    /// - Throws: `OpenSSLError`.
    public init(key: TokenKey, challenge: TokenChallenge) throws {
        self.key = key
        challengeDigest = try challenge.digest()
    }

    /// Whether the authenticator of a token with this nonce holds; false for any of a wrong length or value.
    ///
    /// - Throws: `MalformedInput` for a nonce that is not 32 bytes; `OpenSSLError` only where OpenSSL itself fails.
    public func verify(nonce: [UInt8], authenticator: [UInt8]) throws -> Bool {
        let input = try TokenInput(nonce: nonce, challengeDigest: challengeDigest, key: key)
        return try TokenType.variant.verify(authenticator, of: input.bytes, by: key.rsa)
    }

    /// Whether the token is of this challenge and key, and its authenticator holds.
    /// - Throws: `OpenSSLError` only where OpenSSL itself fails.
    public func verify(_ token: Token) throws -> Bool {
        guard token.input.challengeDigest == challengeDigest, token.input.tokenKeyID == key.id else { return false }
        return try TokenType.variant.verify(token.authenticator, of: token.input.bytes, by: key.rsa)
    }
}
