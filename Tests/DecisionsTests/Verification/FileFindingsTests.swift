import Decisions
import OpenSSLKit
import SignedPDF
import StrictEncoding
import Testing

/// What a file shows by itself, apart from what a register knows, and on its way between two processes.
@Suite struct FileFindingsTests {
    private let papers: Papers
    private let signers: Signers
    private let verifier: DecisionVerifier
    private let now = Signers.signedAt + Signers.day

    init() throws {
        papers = try Papers.shared.get()
        signers = try Signers.shared.get()
        verifier = DecisionVerifier(anchors: signers.anchors)
    }

    private func document(_ file: [UInt8]) -> Result<DecisionDocument, DocumentFault> {
        Result { () throws(DocumentFault) in try DecisionDocument(file) }
    }

    /// Read here and judged there is the same as read and judged in one place.
    @Test func findingsAndRegisterMakeTheVerdict() throws {
        let registers: [RegisterKnowledge] = [
            .notConsulted, .consulted([]), papers.register(), papers.register(document: papers.sealed),
        ]
        for file in [papers.signed, papers.sealed, papers.unsigned.pdf, Array(papers.signed.dropLast()), [0x25]] {
            for register in registers {
                let document = document(file)
                let match = RegisterMatch(of: file, verifier.findings(on: document, now: now), in: register)
                let findings = verifier.findings(on: document, recordedAt: match.recordedAt, now: now)
                let passed = try FileFindings(reading: JSONReader(findings.json, at: "findings"))
                #expect(passed == findings)
                #expect(passed.verdict(match, now: now) == verifier.verify(file, register: register, now: now))
            }
        }
    }

    /// The other process may have been taken over by what it read.
    @Test(arguments: [
        "{}", "[]", #"{"intact":true,"signatures":[]}"#,
        #"{"intact":{"answer":"maybe","code":"a","reason":{"vi":"","en":""}},"signatures":[]}"#,
        #"{"intact":{"answer":"yes","code":"a","reason":{"vi":"","en":""}},"signatures":[{}]}"#,
        #"{"intact":{"answer":"yes","code":"a","reason":{"vi":"","en":""}},"signatures":[],"firstRevisionEnd":0}"#,
        #"{"intact":{"answer":"yes","code":"a","reason":{"vi":"","en":""}},"signatures":[],"firstRevisionEnd":-1}"#,
        #"{"intact":{"answer":"yes","code":"a","reason":{"vi":"","en":""}},"signatures":[],"more":1}"#,
        #"{"intact":{"answer":"yes","code":"a","reason":{"vi":"","en":""}},"signatures":[],"#
            + #""text":{"kind":"recognition","statements":[]}}"#,
        #"{"intact":{"answer":"yes","code":"a","reason":{"vi":"","en":""}},"signatures":[],"#
            + #""text":{"kind":"recognition","statements":["e30"]}}"#,
    ])
    func garbageIsRefused(_ text: String) throws {
        let reader = try JSONReader(parsing: Array(text.utf8), as: "findings", limit: 1 << 16)
        #expect(throws: MalformedInput.self) { try FileFindings(reading: reader) }
    }

    /// Where the first revision is said to end beyond the file, the register's file is another.
    @Test func aFirstRevisionBeyondTheFileMatchesNothing() throws {
        let findings = verifier.findings(on: document(papers.signed), now: now)
        let match = RegisterMatch(of: [], findings, in: papers.register())
        #expect(match.recordedAt == nil)
        #expect(findings.verdict(match, now: now).recorded.code == "recorded-otherwise")
    }
}
