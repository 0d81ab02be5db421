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
        let (file, known) = Self.parts(of: document)
        let match = RegisterMatch(
            of: file, until: known?.firstRevisionEnd, deciding: known?.text.digests ?? [], in: register)
        return findings(on: document, recordedAt: match.recordedAt, now: now).verdict(match, list: list, now: now)
    }

    private static func parts(
        of document: Result<DecisionDocument, DocumentFault>
    ) -> (file: [UInt8], document: DecisionDocument?) {
        guard case .success(let document) = document else { return ([], nil) }
        return (document.pdf, document)
    }

    /// What the file shows by itself.
    /// - Parameters:
    ///   - recordedAt: when a register recorded the decision in this file, if one did (`RegisterMatch`).
    ///   - intact: that answer, where it is known: it takes drawing the pages, and no register changes it.
    public func findings(
        on document: Result<DecisionDocument, DocumentFault>, recordedAt: Int64? = nil, now: Int64,
        intact: VerdictAnswer? = nil
    ) -> FileFindings {
        switch document {
        case .failure(let fault):
            FileFindings(intact: .faulty(fault), signatures: [], timestamps: [], text: nil, firstRevisionEnd: nil)
        case .success(let document):
            findings(
                on: document, SignatureJudge(verifier: self, document: document, recordedAt: recordedAt, now: now),
                intact)
        }
    }

    private func findings(
        on document: DecisionDocument, _ judge: SignatureJudge, _ intact: VerdictAnswer?
    ) -> FileFindings {
        FileFindings(
            intact: intact ?? self.intact(document), signatures: judge.findings, timestamps: judge.timestamps,
            text: document.text,
            firstRevisionEnd: document.firstRevisionEnd)
    }

    private func intact(_ document: DecisionDocument) -> VerdictAnswer {
        let inspection = document.inspection
        guard !inspection.signatures.isEmpty else { return inspection.emptyFields.isEmpty ? .notSigned : .prepared }
        return inspection.signatures.lazy.compactMap(VerdictAnswer.flaw).first ?? seen(document) ?? whole(inspection)
    }

    private func whole(_ inspection: PDFInspection) -> VerdictAnswer {
        inspection.signatures.last?.coverage == .wholeFile ? .intactFile : .intactWithMore
    }

    /// What is seen now and was not when it was first signed, but for marks in the places kept for them. A file that
    /// nothing was added to has no need to be drawn.
    private func seen(_ document: DecisionDocument) -> VerdictAnswer? {
        guard let end = document.firstRevisionEnd, end < document.pdf.count else { return nil }
        do {
            return try PDFInspection.seenChange(
                since: Array(document.pdf[..<end]), in: document.pdf, sizeLimit: DecisionDocument.maximumSize
            ).flatMap(VerdictAnswer.seen)
        } catch {
            return .notDrawn(error)
        }
    }
}
