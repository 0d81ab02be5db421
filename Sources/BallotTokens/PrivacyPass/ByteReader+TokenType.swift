import StrictEncoding

extension ByteReader {
    /// - Throws: `MalformedInput` with reason `wrongType` for any other token type.
    mutating func takeTokenType(of place: String) throws(MalformedInput) {
        let type: UInt16 = try integer()
        guard type == TokenType.blindRSA else {
            throw MalformedInput(.wrongType, at: place, "token type \(type), expected \(TokenType.blindRSA)")
        }
    }
}
