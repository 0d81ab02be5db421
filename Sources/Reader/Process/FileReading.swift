import CSandbox
import Decisions
import StrictEncoding

/// What a reader does with what it is given; it keeps the file that it has just taken apart.
struct FileReading {
    let verifier: DecisionVerifier
    private var read: (document: Result<DecisionDocument, DocumentFault>, findings: FileFindings)?

    init(verifier: DecisionVerifier) { self.verifier = verifier }

    /// - Throws: `MalformedInput` for a judgement before there was a file.
    mutating func answer(_ order: ReadingOrder) throws(MalformedInput) -> JSONValue {
        switch order {
        case .findings(let file, let now):
            let document = Result { () throws(DocumentFault) in try DecisionDocument(file) }
            let findings = verifier.findings(on: document, now: now)
            read = (document, findings)
            return findings.json
        case .judgement(let recordedAt, let now):
            guard let read else { throw MalformedInput(.wrongValue, at: "order", "a file first") }
            return verifier.findings(
                on: read.document, recordedAt: recordedAt, now: now, intact: read.findings.intact
            ).json
        case .intake(let file, let base, let now):
            return SignatureIntake(verifier: verifier, now: now).refusal(of: file, since: base)?.json ?? .null
        case .probe(let path): return SandboxProbe(trying: path).json
        }
    }
}
