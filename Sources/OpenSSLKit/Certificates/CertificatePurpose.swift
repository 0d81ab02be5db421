/// What a certificate is relied on for.
public enum CertificatePurpose: Sendable, Hashable {
    /// A person, or a body by its seal, signs documents.
    case signing
    /// An authority says when something existed (RFC 3161).
    case timestamping
}
