/// A verdict, and what was known of revocation when it was reached.
public struct CertificateAssessment: Sendable, Hashable {
    public let verdict: CertificateVerdict

    /// Of the certificate and those above it, short of the anchor.
    public let revocation: RevocationKnowledge
}
