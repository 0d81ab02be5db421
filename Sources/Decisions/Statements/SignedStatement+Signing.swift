public import OpenSSLKit

extension SignedStatement {
    /// Signs a statement.
    /// - Parameter signingTime: when it is, in seconds since 1970 (UTC).
    /// - Throws: `SigningRefusal` for a certificate that could not be relied on; `MalformedInput` for a statement too
    ///   large to be read again; `OpenSSLError`.
    public static func sign(
        _ statement: Statement, by identity: SigningIdentity, at signingTime: Int64
    ) throws -> SignedStatement {
        try SigningRefusal.check(identity.certificate, at: signingTime)
        let bytes = statement.encoded
        _ = try Statement(exactly: bytes)
        let signature = try DetachedSignature.sign(content: bytes, by: identity, at: signingTime)
        return try SignedStatement(bytes: bytes, signature: signature)
    }
}
