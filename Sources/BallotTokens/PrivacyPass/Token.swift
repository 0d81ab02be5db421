public import StrictEncoding

/// A token (RFC 9577 section 2.2), not yet verified by being parsed: `TokenInput` || authenticator (256).
public struct Token: Hashable, Sendable {
    public let input: TokenInput

    /// The RSASSA-PSS signature of the input.
    public let authenticator: [UInt8]

    init(_ input: TokenInput, authenticator: [UInt8]) {
        (self.input, self.authenticator) = (input, authenticator)
    }

    /// - Parameter bytes: 354 bytes.
    /// - Throws: `MalformedInput`: `wrongLength`, `trailingBytes`, `wrongType`.
    public init(parsing bytes: [UInt8]) throws(MalformedInput) {
        var reader = ByteReader(bytes, of: "token")
        input = try TokenInput(from: &reader, of: "token")
        authenticator = try reader.take(TokenType.authenticatorLength)
        try reader.finish()
    }

    public var bytes: [UInt8] { input.bytes + authenticator }
}
