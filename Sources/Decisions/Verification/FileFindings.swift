import Recognition

/// What a decision's file shows by itself, held against the certificates and lists at hand: all of a verdict but what
/// a register or a list of annulled decisions knows.
public struct FileFindings: Hashable, Sendable {
    public let intact: Answer

    /// In the order in which they were made.
    public let signatures: [SignatureFinding]

    /// What the first signed revision says, intact or not; nil where there is no decision in it.
    public let text: DecisionText?

    /// How many bytes the first signed revision has; nil where nothing is signed, or not properly.
    public let firstRevisionEnd: Int?

    /// By which a register knows what the file decides.
    public var digests: [[UInt8]] { text?.digests ?? [] }

    /// The four answers.
    /// - Parameter match: what the register knows of this file.
    public func verdict(
        _ match: RegisterMatch, list: ListKnowledge = .notGiven, now: Int64
    ) -> DecisionVerdict {
        let trusted = Answer.worst(signatures.map(\.trusted)) ?? .noSigner
        let question = ForceQuestion(intact: intact, trusted: trusted, moment: signatures.first?.moment, now: now)
        let decisions = digests.map { finding(on: $0, match, question, list) }
        return DecisionVerdict(
            intact: intact, trusted: trusted,
            recorded: Answer.worst(decisions.map(\.recorded)) ?? match.recorded(nil),
            inForce: Answer.worst(decisions.map(\.inForce)) ?? .forceOfDamaged,
            signatures: signatures,
            decisions: intact.isYes ? decisions : [],
            text: intact.isYes ? text : nil)
    }

    private func finding(
        on digest: [UInt8], _ match: RegisterMatch, _ question: ForceQuestion, _ list: ListKnowledge
    ) -> DecisionFinding {
        let annulment = match.decision(of: digest)?.annulment ?? list.annulment(of: digest)
        return DecisionFinding(
            digest: digest,
            recorded: match.recorded(digest),
            inForce: annulment.map(Answer.annulled)
                ?? question.answer(match.register, isRecorded: match.isMatching(digest), list),
            annulment: annulment)
    }
}

extension RegisterMatch {
    /// - Parameter digest: nil where the file decides nothing.
    fileprivate func recorded(_ digest: [UInt8]?) -> Answer {
        guard register != .notConsulted else { return .registerNotConsulted }
        guard let digest, let decision = decision(of: digest) else { return .notRecorded }
        return isMatching(digest) ? .recorded(decision) : .recordedOtherwise
    }
}

extension Answer {
    /// A “no” outweighs an “unknown”, and that a “yes”; nil of none.
    fileprivate static func worst(_ answers: [Answer]) -> Answer? {
        answers.first { $0.value == .no } ?? answers.first { $0.value == .unknown } ?? answers.first
    }
}
