/// Whether a certificate may be relied on for signatures, at one instant, by one set of anchors.
public enum CertificateVerdict: Sendable, Hashable {
    case trusted
    case untrusted(UntrustedReason)

    public var isTrusted: Bool { self == .trusted }
}
