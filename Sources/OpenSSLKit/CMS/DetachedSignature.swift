import COpenSSL

/// Detached signatures: CMS `SignedData` (RFC 5652) in DER, at the levels CAdES-B-B and B-T (ETSI EN 319 122-1), or as
/// they go into PDF files (PAdES, ETSI EN 319 142-1).
///
///     ContentInfo (signedData)
///         digestAlgorithms   one of SHA-256, SHA-384, SHA-512
///         encapContentInfo   id-data, no content: it travels beside the signature
///         certificates       the signer's, and those above it
///         signerInfos        exactly one, by issuer and serial number, with signed attributes:
///                            content-type, message-digest, signing-certificate-v2 (RFC 5035), and in CAdES
///                            signing-time; B-T has signature-time-stamp unsigned
///
/// `sign` writes it, `adding(timestamp:to:)` takes it to B-T, `inspect` reads it. Who may be trusted is asked of `TrustAnchors`.
public enum DetachedSignature {}

extension DetachedSignature {
    /// Takes a detached signature apart and verifies it with the certificate inside it.
    ///
    /// Other programs' signatures are read as well as ours: RSA of 2048 to 4096 bits (PSS or PKCS#1 v1.5), P-256 or
    /// P-384; SHA-256, SHA-384 or SHA-512; any other attributes and certificates. Any bytes are safe to give.
    /// - Parameters:
    ///   - der: the signature, with nothing after it. BER, such as the indefinite lengths of streams, is refused as
    ///     `notDER`; the certificates may be in any order.
    ///   - content: what it should be the signature of.
    ///   - sizeLimit: longest `der` that is looked at, in bytes.
    public static func inspect(
        _ der: [UInt8], content: [UInt8], sizeLimit: Int = 1 << 18
    ) -> SignatureInspection {
        ERR_clear_error()
        defer { ERR_clear_error() }
        do {
            guard der.count <= sizeLimit else { throw SignatureFlaw.tooLarge(limit: sizeLimit) }
            let message = try SignedMessage(der: der)
            try message.checkContent(content)
            return try .inspected(message.inspect(content))
        } catch let flaw as SignatureFlaw {
            return .refused(flaw)
        } catch {
            return .refused(.notInspected)
        }
    }
}

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
