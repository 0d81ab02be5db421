import COpenSSL

/// Time stamps over signatures, which make CAdES-B-T and PAdES-B-T of B-B.
extension DetachedSignature {
    /// What to ask a time stamp authority about a signature.
    /// - Throws: `SignatureFlaw` where `der` is not one; `OpenSSLError`.
    public static func timestampRequest(for der: [UInt8]) throws -> TimestampRequest {
        try TimestampRequest(over: SignedMessage(der: der).signature())
    }

    /// The signature with a time stamp over it as an unsigned attribute; what it had before stays.
    /// - Throws: `TimestampFlaw.otherContent` where the token is over something else; `SignatureFlaw`; `OpenSSLError`.
    public static func adding(timestamp token: TimestampToken, to der: [UInt8]) throws -> [UInt8] {
        let message = try SignedMessage(der: der)
        guard try token.covers(message.signature()) else { throw TimestampFlaw.otherContent }
        try message.signer().add(token)
        return try message.encoded()
    }
}
