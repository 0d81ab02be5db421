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
