public import OpenSSLKit

/// Signs what it cannot read (RFC 9578 section 6.2). Safe to use from many threads at once.
public struct TokenIssuer: Sendable {
    public let key: TokenKey

    private let privateKey: RSAPrivateKey

    /// - Throws: `MalformedInput` for a key that is not of 2048 bits with e = 65537.
    public init(_ privateKey: RSAPrivateKey) throws {
        self.privateKey = privateKey
        key = try TokenKey(privateKey.publicKey)
    }

    /// - Returns: the TokenResponse (RFC 9578 section 6.2): blind_sig, 256 bytes, checked to be one.
    /// - Throws: `MalformedInput` as `TokenRequest.check(for:)`; `RSAError.faultyResult`; `OpenSSLError`.
    public func issue(_ request: TokenRequest) throws -> [UInt8] {
        try request.check(for: key)
        return try TokenType.variant.blindSign(request.blindedMessage, with: privateKey)
    }
}
