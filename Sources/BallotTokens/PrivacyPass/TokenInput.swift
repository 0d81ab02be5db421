public import StrictEncoding

/// What a token's authenticator signs (RFC 9578 section 6.1):
///
///     token_input = u16 0x0002 || nonce (32) || challenge_digest (32) || token_key_id (32)
public struct TokenInput: Hashable, Sendable {
    /// How many bytes it takes.
    static let length = 98

    public let nonce: [UInt8]
    public let challengeDigest: [UInt8]
    public let tokenKeyID: [UInt8]

    /// - Throws: `MalformedInput` with reason `wrongLength` for a nonce or digest that is not 32 bytes.
    public init(nonce: [UInt8], challengeDigest: [UInt8], key: TokenKey) throws(MalformedInput) {
        guard nonce.count == 32 else { throw MalformedInput(.wrongLength, at: "token.nonce", "32 bytes") }
        guard challengeDigest.count == 32 else {
            throw MalformedInput(.wrongLength, at: "token.challenge_digest", "32 bytes")
        }
        (self.nonce, self.challengeDigest, tokenKeyID) = (nonce, challengeDigest, key.id)
    }

    /// Takes an input from the front of a longer structure.
    init(from reader: inout ByteReader, of place: String) throws(MalformedInput) {
        try reader.takeTokenType(of: place)
        nonce = try reader.take(32)
        challengeDigest = try reader.take(32)
        tokenKeyID = try reader.take(32)
    }

    /// 98 bytes.
    public var bytes: [UInt8] {
        [UInt8](bigEndian: TokenType.blindRSA) + nonce + challengeDigest + tokenKeyID
    }
}
