public import OpenSSLKit
import Recognition
import SignedPDF

/// Verifies a decision's file, given what is known beside it. It asks no network and no clock.
public struct DecisionVerifier: Sendable {
    /// How far clocks may stand apart, in seconds.
    static let tolerance: Int64 = 300

    /// Empty where none are configured: then no signer is trusted, nor distrusted.
    public let anchors: TrustAnchors

    /// From which trust in time stamps starts.
    public let timestampAnchors: TrustAnchors
    public let revocationLists: [RevocationList]

    public init(
        anchors: TrustAnchors, timestampAnchors: TrustAnchors = TrustAnchors([]), revocationLists: [RevocationList] = []
    ) {
        self.anchors = anchors
        self.timestampAnchors = timestampAnchors
        self.revocationLists = revocationLists
    }

    /// - Parameters:
    ///   - file: any bytes are safe to give.
    ///   - now: seconds since 1970 (UTC).
    public func verify(
        _ file: [UInt8], register: RegisterKnowledge = .notConsulted, list: ListKnowledge = .notGiven, now: Int64
    ) -> DecisionVerdict {
        let document = Result { () throws(DocumentFault) in try DecisionDocument(file) }
        return verify(document, register: register, list: list, now: now)
    }

    /// As above, for a file that was taken apart already, perhaps to ask a register about it.
    public func verify(
        _ document: Result<DecisionDocument, DocumentFault>, register: RegisterKnowledge = .notConsulted,
        list: ListKnowledge = .notGiven, now: Int64
    ) -> DecisionVerdict {
        switch document {
        case .failure(let fault): .unreadable(fault, register)
        case .success(let document): verify(document, register, list, now)
        }
    }

    private func verify(
        _ document: DecisionDocument, _ register: RegisterKnowledge, _ list: ListKnowledge, _ now: Int64
    ) -> DecisionVerdict {
        let intact = intact(document)
        let match = RegisterMatch(of: document, in: register)
        let judge = SignatureJudge(verifier: self, document: document, match: match, now: now)
        let signatures = judge.findings
        let trusted = Answer.worst(signatures.map(\.trusted)) ?? .noSigner
        let question = ForceQuestion(intact: intact, trusted: trusted, moment: signatures.first?.moment, now: now)
        let decisions = document.text.digests.map { digest in
            finding(on: digest, match, question, register, list)
        }
        return DecisionVerdict(
            intact: intact, trusted: trusted,
            recorded: Answer.worst(decisions.map(\.recorded)) ?? .notRecorded,
            inForce: Answer.worst(decisions.map(\.inForce)) ?? .forceOfDamaged,
            signatures: signatures,
            decisions: intact.isYes ? decisions : [],
            text: intact.isYes ? document.text : nil)
    }

    private func intact(_ document: DecisionDocument) -> Answer {
        let inspection = document.inspection
        guard !inspection.signatures.isEmpty else { return inspection.emptyFields.isEmpty ? .notSigned : .prepared }
        return inspection.signatures.lazy.compactMap(Answer.flaw).first ?? .intactFile
    }

    private func finding(
        on digest: [UInt8], _ match: RegisterMatch, _ question: ForceQuestion, _ register: RegisterKnowledge,
        _ list: ListKnowledge
    ) -> DecisionFinding {
        let known = match.decision(of: digest)
        let isSame = match.isMatching(digest)
        let annulment = known?.annulment ?? list.annulment(of: digest)
        return DecisionFinding(
            digest: digest,
            recorded: .recorded(register, known, isSame: isSame),
            inForce: annulment.map(Answer.annulled) ?? question.answer(register, isRecorded: isSame, list),
            annulment: annulment)
    }
}

extension DecisionVerdict {
    fileprivate static func unreadable(_ fault: DocumentFault, _ register: RegisterKnowledge) -> DecisionVerdict {
        let recorded: Answer = register == .notConsulted ? .registerNotConsulted : .notRecorded
        return DecisionVerdict(
            intact: .faulty(fault), trusted: .noSigner, recorded: recorded, inForce: .forceOfDamaged, signatures: [],
            decisions: [], text: nil)
    }
}

extension Answer {
    fileprivate static func recorded(
        _ register: RegisterKnowledge, _ decision: RegisteredDecision?, isSame: Bool
    ) -> Answer {
        guard register != .notConsulted else { return .registerNotConsulted }
        guard let decision else { return .notRecorded }
        return isSame ? .recorded(decision) : .recordedOtherwise
    }

    /// A “no” outweighs an “unknown”, and that a “yes”; nil of none.
    fileprivate static func worst(_ answers: [Answer]) -> Answer? {
        answers.first { $0.value == .no } ?? answers.first { $0.value == .unknown } ?? answers.first
    }
}
