import StrictEncoding

/// The token type of this module (RFC 9578 section 8.2.1): publicly verifiable, Blind RSA of 2048 bits.
enum TokenType {
    static let blindRSA: UInt16 = 0x0002

    /// Nk: authenticators, blinded messages and blind signatures, in bytes.
    static let authenticatorLength = 256

    /// The variant that the type prescribes.
    static let variant = BlindRSAVariant.pssDeterministic
}

extension ByteReader {
    /// - Throws: `MalformedInput` with reason `wrongType` for any other token type.
    mutating func takeTokenType(of place: String) throws(MalformedInput) {
        let type: UInt16 = try integer()
        guard type == TokenType.blindRSA else {
            throw MalformedInput(.wrongType, at: place, "token type \(type), expected \(TokenType.blindRSA)")
        }
    }
}
