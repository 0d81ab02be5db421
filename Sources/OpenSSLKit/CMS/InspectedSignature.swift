/// What came of looking at a detached signature.
public enum SignatureInspection: Sendable, Hashable {
    /// It is not a signature of the form that is accepted; nothing can be said about the content.
    case refused(SignatureFlaw)
    /// It is one; whether it holds, and for whom, is inside.
    case inspected(InspectedSignature)

    /// Whether it is the embedded certificate's signature over the content given; not whether anyone trusts that one.
    public var isIntact: Bool {
        guard case .inspected(let signature) = self else { return false }
        return signature.isIntact
    }
}

/// A detached signature, taken apart.
public struct InspectedSignature: Sendable, Hashable {
    /// Whether the signature is the signer's, and over this content.
    public enum Integrity: String, Sendable, Hashable {
        case intact
        /// The signer signed, but another content (message-digest).
        case contentDiffers = "content-differs"
        /// The signature over the signed attributes does not verify with the signer's certificate.
        case signatureInvalid = "signature-invalid"
    }

    /// Whether the signer named the certificate (signing-certificate-v2, RFC 5035), so that it cannot be swapped for
    /// another on the same key.
    public enum Binding: String, Sendable, Hashable {
        case bound
        case missing
        /// It names another certificate, or cannot be read.
        case mismatched
    }

    public let integrity: Integrity
    public let binding: Binding

    /// The embedded certificate of the signer; not trusted for being there.
    public let signer: Certificate

    /// The other embedded certificates.
    public let otherCertificates: [Certificate]

    /// When the signer claims to have signed, in seconds since 1970 (UTC); nil where it does not say.
    public let signingTime: Int64?

    /// The time stamps over the signature (CAdES-B-T, PAdES-B-T), each read, or why not: a token over another signature
    /// is `otherContent`. They are not signed, so anyone may have added or removed some. Whether an authority is to be
    /// relied on is for `TimestampToken.verdict(by:)` to say.
    public let timestamps: [Result<TimestampToken, TimestampFlaw>]

    /// The earliest of the time stamps that hold; else the flaw of the first; nil where there is none.
    public var timestamp: Result<TimestampToken, TimestampFlaw>? {
        let tokens = timestamps.compactMap { try? $0.get() }
        return tokens.min { $0.time < $1.time }.map { .success($0) } ?? timestamps.first
    }

    /// Both intact and bound to the signer's certificate.
    public var isIntact: Bool { integrity == .intact && binding == .bound }
}
