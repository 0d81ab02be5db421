public import OpenSSLKit
public import Recognition

/// Four separate answers about a decision. None of them stands for another.
public struct DecisionVerdict: Hashable, Sendable {
    /// Is the signature over exactly these bytes, and are they a decision?
    public let intact: Answer

    /// Was the signer's certificate to be trusted when it signed?
    public let trusted: Answer

    /// Does this register know the decision?
    public let recorded: Answer

    /// Does it still hold?
    public let inForce: Answer

    /// SHA-256 of the statement's bytes.
    public let digest: [UInt8]

    /// What was signed; nil unless `intact` is yes.
    public let statement: DecisionStatement?

    /// The certificate that the signature is by; nil where it is by none. Whether it is trusted, `trusted` says.
    public let signer: Certificate?

    /// For when the certificate was judged; nil where no time is known.
    public let moment: SigningMoment?

    /// What ended the decision, if anything is known to have.
    public let annulment: Annulment?

    public var answers: [Answer] { [intact, trusted, recorded, inForce] }

    public var summary: VerdictSummary {
        if answers.allSatisfy(\.isYes) { return .valid }
        return answers.contains { $0.value == .no } ? .notValid : .unknown
    }
}
