public import OpenSSLKit
import StrictEncoding

/// The public key of an issuer (RFC 9578 section 6.5): RSA of 2048 bits with e = 65537.
public struct TokenKey: Sendable {
    /// SubjectPublicKeyInfo in DER, id-RSASSA-PSS.
    public let bytes: [UInt8]

    /// token_key_id: SHA-256 of `bytes`.
    public let id: [UInt8]

    public let rsa: RSAPublicKey

    /// - Throws: `MalformedInput` with reason `wrongValue` for a key of another size or exponent.
    public init(_ rsa: RSAPublicKey) throws {
        guard rsa.bitCount == 2048, rsa.exponent == [1, 0, 1] else {
            throw MalformedInput(.wrongValue, at: "token key", "RSA of 2048 bits with e = 65537")
        }
        self.rsa = rsa
        bytes = rsa.tokenKey
        id = try HashFunction.sha256(bytes)
    }

    /// - Throws: `RSAError` for bytes that are not a token key; `MalformedInput` as `init(_:)`.
    public init(parsing bytes: [UInt8]) throws {
        try self.init(RSAPublicKey(tokenKey: bytes))
    }

    /// truncated_token_key_id (RFC 9578 section 6.1): it collides, and only catches mistakes.
    public var lastByte: UInt8 { id[id.count - 1] }
}

extension TokenKey: Hashable {
    public static func == (one: TokenKey, other: TokenKey) -> Bool { one.bytes == other.bytes }
    public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}
