public import OpenSSLKit
import StrictEncoding

/// A token asked for and not yet received: what its client must keep to make the token of the issuer's answer, or to
/// repeat the request byte for byte. All of it is secret.
public struct PendingToken: Sendable {
    public let key: TokenKey
    public let input: TokenInput

    /// What goes to the issuer.
    public let request: TokenRequest

    private let salt: SecretBytes
    private let factor: BlindingFactor

    /// Blinds an input; a salt and a factor that are given repeat an earlier run.
    init(
        nonce: [UInt8], challengeDigest: [UInt8], key: TokenKey, salt: SecretBytes?, factor: BlindingFactor?
    ) throws {
        try self.init(
            TokenInput(nonce: nonce, challengeDigest: challengeDigest, key: key), key: key,
            salt: salt ?? SecretBytes(random: TokenType.variant.saltLength),
            factor: factor ?? BlindingFactor(randomFor: key.rsa))
    }

    private init(_ input: TokenInput, key: TokenKey, salt: SecretBytes, factor: BlindingFactor) throws {
        let blinded = try TokenType.variant.blind(input.bytes, for: key.rsa, salt: salt, factor: factor)
        request = TokenRequest(keyByte: key.lastByte, blindedMessage: blinded.bytes)
        (self.input, self.key, self.salt, self.factor) = (input, key, salt, factor)
    }

    /// The token, verified (RFC 9578 section 6.3).
    ///
    /// - Parameter response: the issuer's TokenResponse.
    /// - Throws: `BlindRSAError.invalidSignature`, an alarm; `RSAError.wrongLength`, `.notBelowModulus`, the same;
    ///   `OpenSSLError`.
    public func finalize(_ response: [UInt8]) throws -> Token {
        let authenticator = try TokenType.variant.finalize(
            input.bytes, blindSignature: response, factor: factor, key: key.rsa)
        return Token(input, authenticator: authenticator)
    }
}

extension PendingToken {
    /// To be stored before the request is sent: token_input (98) || salt (48) || r (256), 402 bytes.
    public var serialized: SecretBytes {
        SecretBytes(copying: input.bytes + salt.unwipedCopy + factor.value.unwipedCopy)
    }

    /// Reads what `serialized` wrote; the request comes out the same.
    ///
    /// - Throws: `MalformedInput`, also where it was made for another key; `RSAError` for a factor out of range.
    public init(serialized: SecretBytes, key: TokenKey) throws {
        var reader = ByteReader(serialized.unwipedCopy, of: "pending token")
        let input = try TokenInput(from: &reader, of: "pending token")
        let salt = SecretBytes(copying: try reader.take(TokenType.variant.saltLength))
        let factor = SecretBytes(copying: try reader.take(TokenType.authenticatorLength))
        try reader.finish()
        guard input.tokenKeyID == key.id else {
            throw MalformedInput(.wrongValue, at: "pending token.token_key_id", "made for another key")
        }
        try self.init(input, key: key, salt: salt, factor: BlindingFactor(factor, for: key.rsa))
    }
}
