/// The certificates that trust starts from.
///
/// Each is an anchor as it stands (RFC 5280, section 6.1.1 d), an intermediate one or a signer's own as well as a root.
/// Revocation is looked up in the lists that are given, and nowhere else: nothing here uses the network.
public struct TrustAnchors: Sendable, Hashable {
    public let certificates: Set<Certificate>

    public init(_ certificates: some Sequence<Certificate>) { self.certificates = Set(certificates) }

    /// Whether `certificate` could be relied on at an instant. OpenSSL counts the last second of a validity as expired.
    /// - Parameters:
    ///   - chain: certificates that may link it to an anchor, in any order; they are not trusted for being given.
    ///   - instant: seconds since 1970 (UTC); the clock is not asked.
    ///   - revocationLists: of any issuers; those that are not signed by their issuer are ignored.
    ///   - revokedBy: a revocation up to then counts, where the instant is only what somebody claims; nil for `instant`.
    public func verdict(
        on certificate: Certificate, chain: [Certificate], at instant: Int64,
        for purpose: CertificatePurpose = .signing, revocationLists: [RevocationList] = [], revokedBy: Int64? = nil
    ) -> CertificateVerdict {
        assessment(
            of: certificate, chain: chain, at: instant, for: purpose, revocationLists: revocationLists,
            revokedBy: revokedBy
        ).verdict
    }

    /// The same, and what was known of revocation: a certificate of which nothing is known is not the worse for it, but
    /// whoever asks may want to say so.
    public func assessment(
        of certificate: Certificate, chain: [Certificate], at instant: Int64,
        for purpose: CertificatePurpose = .signing, revocationLists: [RevocationList], revokedBy: Int64? = nil
    ) -> CertificateAssessment {
        let path: [Certificate]
        do {
            path = try CertificatePath(from: certificate, through: chain, to: certificates, at: instant).certificates
        } catch {
            return CertificateAssessment(verdict: .untrusted(error), revocation: .unknown(.noPath))
        }
        let knowledge = RevocationCheck(lists: revocationLists, instant: revokedBy ?? instant).knowledge(of: path)
        return CertificateAssessment(
            verdict: Self.verdict(on: certificate, for: purpose, knowing: knowledge), revocation: knowledge)
    }

    private static func verdict(
        on certificate: Certificate, for purpose: CertificatePurpose, knowing revocation: RevocationKnowledge
    ) -> CertificateVerdict {
        guard certificate.isFit(for: purpose) else {
            return .untrusted(purpose == .signing ? .notForSigning : .notForTimestamping)
        }
        if case .revoked(let time) = revocation { return .untrusted(.revoked(at: time)) }
        return .trusted
    }
}

/// A verdict, and what was known of revocation when it was reached.
public struct CertificateAssessment: Sendable, Hashable {
    public let verdict: CertificateVerdict

    /// Of the certificate and those above it, short of the anchor.
    public let revocation: RevocationKnowledge
}
