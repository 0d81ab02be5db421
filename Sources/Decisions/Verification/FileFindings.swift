import Recognition

/// What a decision's file shows by itself, held against the certificates and lists at hand: all of a verdict but what
/// a register or a list of annulled decisions knows.
public struct FileFindings: Hashable, Sendable {
    public let intact: VerdictAnswer

    /// In the order in which they were made.
    public let signatures: [SignatureFinding]

    /// Those over the whole file that hold, in the order in which they were made.
    public let timestamps: [TimestampFinding]

    /// What the first signed revision says, intact or not; nil where there is no decision in it.
    public let text: DecisionText?

    /// How many bytes the first signed revision has; nil where nothing is signed, or not properly.
    public let firstRevisionEnd: Int?

    /// By which a register knows what the file decides.
    public var digests: [[UInt8]] { text?.digests ?? [] }

    /// Whether the signer is to be trusted, and whoever has a mark in the places kept for the signer and the seal, each
    /// in their own. Other signatures count for nothing, those too that only claim to be of the body: anybody can add
    /// one.
    public var trusted: VerdictAnswer {
        guard !signatures.isEmpty else { return .noSigner }
        if let other = misplaced.first { return .placeTaken(by: other) }
        guard let signer else { return .notBySigner }
        let placed = signatures.filter { $0.place != nil && $0 != signer }
        return VerdictAnswer.worst(placed.map(\.trusted) + [signer.trusted]) ?? .noSigner
    }

    var isPlaceTaken: Bool { !signatures.isEmpty && !misplaced.isEmpty }

    /// Who signed in a place that is kept for another: no time stamp belongs in any.
    private var misplaced: [SignerCertificate] {
        signatures.filter(\.isMisplaced).map(\.signer) + timestamps.filter { $0.place != nil }.map(\.authority)
    }

    /// The first person of the body that decided whose certificate is to be trusted, or the first whose is not.
    private var signer: SignatureFinding? {
        let signers = signatures.filter { $0.weight == .signer }
        return signers.first(where: \.trusted.isYes) ?? signers.first
    }

    /// The four answers.
    /// - Parameter match: what the register knows of this file.
    public func verdict(
        _ match: RegisterMatch, list: ListKnowledge = .notGiven, now: Int64
    ) -> DecisionVerdict {
        let question = ForceQuestion(intact: intact, trusted: trusted, moment: signer?.moment, now: now)
        let decisions = digests.map { finding(on: $0, match, question, list) }
        return DecisionVerdict(
            intact: intact, trusted: trusted,
            recorded: VerdictAnswer.worst(decisions.map(\.recorded)) ?? match.recorded(nil),
            inForce: VerdictAnswer.worst(decisions.map(\.inForce)) ?? .forceOfDamaged,
            signatures: signatures, timestamps: timestamps,
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
            inForce: annulment.map(VerdictAnswer.annulled)
                ?? question.answer(match.register, isRecorded: match.isMatching(digest), list),
            annulment: annulment)
    }
}

extension RegisterMatch {
    /// - Parameter digest: nil where the file decides nothing.
    fileprivate func recorded(_ digest: [UInt8]?) -> VerdictAnswer {
        guard register != .notConsulted else { return .registerNotConsulted }
        guard let digest, let decision = decision(of: digest) else { return .notRecorded }
        return isMatching(digest) ? .recorded(decision) : .recordedOtherwise
    }
}

extension VerdictAnswer {
    /// A “no” outweighs an “unknown”, and that a “yes”; nil of none.
    fileprivate static func worst(_ answers: [VerdictAnswer]) -> VerdictAnswer? {
        answers.first { $0.value == .no } ?? answers.first { $0.value == .unknown } ?? answers.first
    }
}
