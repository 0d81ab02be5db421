public import Recognition

/// Four separate answers about a decision's file. None of them stands for another.
public struct DecisionVerdict: Hashable, Sendable {
    /// Are all signatures over exactly this file, with nothing else done to it, and is a decision inside?
    public let intact: VerdictAnswer

    /// Were the signers' certificates to be trusted when they signed?
    public let trusted: VerdictAnswer

    /// Does this register know the decision?
    public let recorded: VerdictAnswer

    /// Does it still hold?
    public let inForce: VerdictAnswer

    /// What is known of each signature, in the order in which they were made.
    public let signatures: [SignatureFinding]

    /// What is known of each time stamp over the whole file that holds, in the order in which they were made.
    public let timestamps: [TimestampFinding]

    /// What is known of each unit's decision; empty unless `intact` is yes.
    public let decisions: [DecisionFinding]

    /// What was signed; nil unless `intact` is yes.
    public let text: DecisionText?

    public var answers: [VerdictAnswer] { [intact, trusted, recorded, inForce] }

    /// Whether the seal of the very body that decided is on it, and to be trusted.
    public var bearsBodySeal: Bool {
        intact.isYes && signatures.contains { $0.weight == .bodySeal && $0.trusted.isYes }
    }

    public var summary: VerdictSummary {
        if answers.allSatisfy(\.isYes) { return .valid }
        return answers.contains { $0.value == .no } ? .notValid : .unknown
    }

    /// What ended the decision, or the first of them that was ended.
    public var annulment: Annulment? { decisions.lazy.compactMap(\.annulment).first }
}

/// What is known of the decision about one unit.
public struct DecisionFinding: Hashable, Sendable {
    /// SHA-256 of the statement's bytes.
    public let digest: [UInt8]
    public let recorded: VerdictAnswer
    public let inForce: VerdictAnswer

    /// What ended it, if anything is known to have.
    public let annulment: Annulment?
}

/// The four answers in one word.
public enum VerdictSummary: String, Hashable, Sendable {
    /// All four are yes.
    case valid

    /// At least one is no.
    case notValid = "not-valid"

    /// None is no, and not all could be found out.
    case unknown

    public var text: BilingualText {
        switch self {
        case .valid: BilingualText("Quyết định hợp lệ, đang có hiệu lực.", "The decision is valid and in force.")
        case .notValid: BilingualText("Quyết định không hợp lệ.", "The decision is not valid.")
        case .unknown:
            BilingualText("Chưa đủ căn cứ để kết luận.", "There is not enough to tell whether it is valid.")
        }
    }
}
