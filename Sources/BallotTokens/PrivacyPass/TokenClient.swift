public import OpenSSLKit

/// Asks for tokens of one challenge under one key.
public struct TokenClient: Sendable {
    public let key: TokenKey

    private let challengeDigest: [UInt8]

    /// - Throws: `OpenSSLError`.
    public init(key: TokenKey, challenge: TokenChallenge) throws {
        self.key = key
        challengeDigest = try challenge.digest()
    }

    /// Makes a request; store the answer's `serialized` form before its `request` is sent.
    ///
    /// - Parameters:
    ///   - nonce: 32 bytes, never used before.
    ///   - salt: 48 bytes, and
    ///   - factor: those of an earlier run, to repeat it; nil draws them, as every first run must.
    /// - Throws: `BlindRSAError.messageNotCoprime`, an alarm; `.wrongLength`; `MalformedInput` for a nonce that is not
    ///   32 bytes; `OpenSSLError`.
    public func request(
        nonce: [UInt8], salt: SecretBytes? = nil, factor: BlindingFactor? = nil
    ) throws -> PendingToken {
        try PendingToken(nonce: nonce, challengeDigest: challengeDigest, key: key, salt: salt, factor: factor)
    }
}
