import COpenSSL

/// A time stamp token (RFC 3161, section 2.4.2): CMS `SignedData` over `TSTInfo`, from an authority that says that some
/// digest existed at some time.
///
/// One that has been read holds together: the signature is that of the certificate inside, which it names. Whether the
/// authority is to be relied on is for `verdict(by:)` to say, and what it stamped for `covers(_:)`.
public struct TimestampToken: Sendable, Hashable {
    /// Longest token, or response, that is read, in bytes.
    public static let sizeLimit = 1 << 17

    /// The token as it goes into signatures.
    public let der: [UInt8]

    /// In seconds since 1970 (UTC); fractions are dropped.
    public let time: Int64

    /// How far the time may be off either way; nil where the authority does not say.
    public let accuracy: Duration?

    /// The policy it was issued under, as an object identifier in dots.
    public let policy: String

    /// The number that the request asked to be repeated, big-endian without leading zeros; nil where it asked for none.
    public let nonce: [UInt8]?

    /// The certificate that the token is signed by; not trusted for being there.
    public let authority: Certificate

    /// The other certificates inside.
    public let otherCertificates: [Certificate]

    /// What was stamped: a digest, and by which function.
    let imprint: [UInt8]
    let digest: SignatureDigest

    /// - Parameter der: the token, DER; any bytes are safe to give.
    /// - Throws: `TimestampFlaw`.
    public init(der: [UInt8]) throws(TimestampFlaw) {
        guard der.count <= Self.sizeLimit else { throw .tooLarge(limit: Self.sizeLimit) }
        let (content, signature) = try Self.open(der)
        switch (signature.integrity, signature.binding) {
        case (.intact, .bound): break
        case (.intact, _): throw .notBound
        default: throw .signatureInvalid
        }
        let info = try TimestampInfo(der: content)
        self.der = der
        (time, accuracy, policy, nonce) = (info.time, info.accuracy, info.policy, info.nonce)
        (imprint, digest) = (info.imprint, info.digest)
        (authority, otherCertificates) = (signature.signer, signature.otherCertificates)
    }

    private static func open(_ der: [UInt8]) throws(TimestampFlaw) -> ([UInt8], InspectedSignature) {
        ERR_clear_error()
        defer { ERR_clear_error() }
        do {
            let message = try SignedMessage(der: der)
            let content = try message.embeddedContent(of: .timestampInfo)
            return try (content, message.inspect(content, of: .timestampInfo))
        } catch let flaw as SignatureFlaw {
            throw .unacceptable(flaw)
        } catch {
            throw .unacceptable(.notInspected)
        }
    }

    /// Whether it is `content` that was stamped.
    public func covers(_ content: [UInt8]) -> Bool { (try? digest.hash(content)) == imprint }

    /// Whether the authority could be relied on for time stamps at the time that it says.
    public func verdict(
        by anchors: TrustAnchors, chain: [Certificate] = [], revocationLists: [RevocationList] = []
    ) -> CertificateVerdict {
        anchors.verdict(
            on: authority, chain: otherCertificates + chain, at: time, for: .timestamping,
            revocationLists: revocationLists)
    }
}
