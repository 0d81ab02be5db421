import OpenSSLKit
public import StrictEncoding

/// What a client sends to the issuer (RFC 9578 section 6.1):
///
///     u16 0x0002 || last byte of token_key_id || blinded_msg (256)
public struct TokenRequest: Hashable, Sendable {
    /// How many bytes it takes.
    public static let length = 259

    /// The last byte of the token_key_id.
    public let keyByte: UInt8

    /// As long as the modulus; whether it is below it, only `check(for:)` says.
    public let blindedMessage: [UInt8]

    init(keyByte: UInt8, blindedMessage: [UInt8]) {
        (self.keyByte, self.blindedMessage) = (keyByte, blindedMessage)
    }

    /// - Throws: `MalformedInput`: `wrongLength` for other than 259 bytes, `wrongType` for another token type.
    public init(parsing bytes: [UInt8]) throws(MalformedInput) {
        guard bytes.count == Self.length else {
            throw MalformedInput(.wrongLength, at: "token request", "\(bytes.count) bytes, \(Self.length) expected")
        }
        var reader = ByteReader(bytes, of: "token request")
        try reader.takeTokenType(of: "token request")
        keyByte = try reader.integer()
        blindedMessage = try reader.take(TokenType.authenticatorLength)
    }

    public var bytes: [UInt8] { [UInt8](bigEndian: TokenType.blindRSA) + [keyByte] + blindedMessage }

    /// Whether an issuer with this key can answer.
    /// - Throws: `MalformedInput`: `wrongValue` for the byte of another key, `outOfRange` for a blinded message that is
    ///   not below n.
    public func check(for key: TokenKey) throws(MalformedInput) {
        guard keyByte == key.lastByte else {
            throw MalformedInput(.wrongValue, at: "token request.truncated_token_key_id", "meant for another key")
        }
        guard blindedMessage.lexicographicallyPrecedes(key.rsa.modulus) else {
            throw MalformedInput(.outOfRange, at: "token request.blinded_msg", "below the modulus")
        }
    }
}
