/// What a time stamp authority is asked (RFC 3161, section 2.4.1), over SHA-256:
///
///     SEQUENCE {
///         INTEGER 1
///         SEQUENCE { SEQUENCE { OBJECT sha256, NULL }, OCTET STRING digest }
///         INTEGER nonce
///         BOOLEAN TRUE         certReq: the token shall have the authority's certificate
///     }
///
/// Sent by `POST` as `application/timestamp-query`; the answer goes to `token(in:at:trusting:)`.
public struct TimestampRequest: Sendable, Hashable {
    public static let mediaType = "application/timestamp-query"

    /// SHA-256 of what is stamped.
    public let digest: [UInt8]

    /// What the answer must repeat, so that an old one cannot be passed off for it.
    public let nonce: UInt64

    /// - Throws: `OpenSSLError`.
    public init(over content: [UInt8], nonce: UInt64 = .random(in: 1 ... .max)) throws {
        digest = try SignatureDigest.sha256.hash(content)
        self.nonce = nonce
    }

    /// The request as it is sent.
    public var der: [UInt8] {
        let imprint = DERWriter.element(
            .sequence, AlgorithmIdentifier.sha256 + DERWriter.element(.octetString, digest))
        return DERWriter.element(
            .sequence, [0x02, 0x01, 0x01] + imprint + DERWriter.element(positive: nonceBytes) + [0x01, 0x01, 0xFF])
    }

    /// Big-endian, no more than needed.
    var nonceBytes: [UInt8] {
        let bytes = (0..<8).map { UInt8(truncatingIfNeeded: nonce >> (56 - 8 * $0)) }
        return Array(bytes.drop { $0 == 0 })
    }
}

extension TimestampRequest {
    /// The token of a response, if it answers this request and the authority is to be relied on.
    /// - Parameters:
    ///   - response: `TimeStampResp`, as the authority sent it; any bytes are safe to give.
    ///   - now: the asker's clock, in seconds since 1970 (UTC).
    ///   - tolerance: how far the authority's time may be from it, in seconds.
    ///   - chain: certificates that may link the authority's to an anchor, beside those in the token.
    /// - Throws: `TimestampFlaw`, a case for each way to lie.
    public func token(
        in response: [UInt8], at now: Int64, tolerance: Int64 = 300, trusting anchors: TrustAnchors,
        chain: [Certificate] = [], revocationLists: [RevocationList] = []
    ) throws(TimestampFlaw) -> TimestampToken {
        let token = try TimestampToken(response: response)
        guard token.imprint == digest else { throw .otherContent }
        guard token.nonce == nonceBytes else { throw .otherNonce }
        let (late, overflows) = token.time.subtractingReportingOverflow(now)
        guard !overflows, late.magnitude <= tolerance.magnitude else { throw .timeFarOff(token.time) }
        let verdict = token.verdict(by: anchors, chain: chain, revocationLists: revocationLists)
        if case .untrusted(let reason) = verdict { throw .untrusted(reason) }
        return token
    }
}
