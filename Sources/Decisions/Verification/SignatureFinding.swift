public import OpenSSLKit
import Recognition
public import SignedPDF

/// What is known of one signature of a decision's file.
public struct SignatureFinding: Hashable, Sendable {
    /// The certificate that the signature is by.
    public let signer: Certificate

    /// Was it to be trusted when it signed?
    public let trusted: Answer

    /// For when it was judged; nil where no time is known.
    public let moment: SigningMoment?

    /// As far as the file itself shows.
    public let level: PAdESLevel?
}
