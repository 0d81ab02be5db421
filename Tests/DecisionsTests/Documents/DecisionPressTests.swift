import Decisions
import OfficialDocuments
import Recognition
import SignedPDF
import StrictEncoding
import TestSupport
import Testing

@Suite struct DecisionPressTests {
    private let office: Office
    private let papers: Papers
    private let round: TrialRound

    init() throws {
        office = try Office.shared.get()
        papers = try Papers.shared.get()
        round = try TrialRound()
    }

    @Test func aPaperCarriesItsStatement() throws {
        let document = try DecisionDocument(papers.unsigned.pdf)
        #expect(document.text == .recognition([papers.decision]))
        #expect(papers.unsigned.text == document.text)
        let inspection = document.inspection
        #expect(inspection.signatures == [] && inspection.emptyFields.sorted() == ["Seal", "Signer"])
        #expect(inspection.attachments.map(\.name) == ["quyet-dinh-cb-02.json"])
        #expect(inspection.attachments.map(\.bytes) == [papers.decision.bytes])
        #expect(inspection.attachments.first?.relationship == .source)
        #expect(inspection.attachments.first?.mimeType == "application/json")
    }

    @Test func severalUnitsStandOnOnePaper() throws {
        let document = try DecisionDocument(papers.annexed)
        #expect(document.text == .recognition(papers.both))
        #expect(document.text.digests == papers.both.map(\.digest))
        #expect(document.inspection.pageCount >= 2)
        #expect(document.text.number.description == "13-QĐ/ĐU" && document.text.kind == .recognition)
    }

    @Test func annulmentsArePapersToo() throws {
        let document = try DecisionDocument(papers.annulling)
        #expect(document.text == .annulment(papers.annulment))
        #expect(document.text.kind == .annulment && document.text.year == 2026)
        #expect(document.inspection.attachments.map(\.name) == ["huy-bo-cb-02.json"])
    }

    @Test func otherProgramsReadIt() throws {
        let shop = try Workshop()
        try shop.write(papers.sealed, to: "decision.pdf")
        #expect(try shop("pdfdetach -list decision.pdf").contains("quyet-dinh-cb-02.json"))
        try shop("pdfdetach -saveall decision.pdf")
        #expect(try shop.read("quyet-dinh-cb-02.json") == papers.decision.bytes)
        let text = try shop("pdftotext decision.pdf -")
        for part in ["12-QĐ/ĐU", papers.decision.statement.unit.name, Signers.name] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(try shop("qpdf --check decision.pdf").contains("No syntax or stream encoding errors"))
    }

    @Test func whatDoesNotBelongTogetherIsNotPrinted() throws {
        let ground = try Office.ground.get()
        #expect(throws: FormFault.self) { try office.press.recognition([], on: ground, at: Signers.signedAt) }
        #expect(throws: FormFault.mixed("number")) { try office.paper(papers.both[0], papers.decision) }
        let other = try ExactAnnulment(round.annulment(of: papers.decision))
        #expect(throws: FormFault.otherDecision) { try office.paper(other, of: papers.both[0]) }
    }

    @Test(arguments: ["😀", "א", "ế\u{323}", "\\)(<<>>%", "𠀀"]) func anyNameIsPrinted(_ letter: String) throws {
        let name = JSONValue.string(String(repeating: letter, count: 300 / letter.unicodeScalars.count))
        let json = papers.decision.statement.json.replacing("unit.name", with: name)
            .replacing("authority.name", with: name).replacing("signer.name", with: name)
        let decision = try ExactDecision(bytes: json.encoded(indented: true))
        let file = try office.force(office.paper(decision).pdf, by: Signers.shared.get().secretary)
        let document = try DecisionDocument(file)
        #expect(document.text == .recognition([decision]) && document.inspection.isIntact)
    }

    /// As many as a decision may have; made, signed and verified.
    @Test(.timeLimit(.minutes(20))) func twoThousandUnitsArePrinted() throws {
        let decisions = try (1...2000).map { number in
            let json = papers.decision.statement.json.replacing("unit.id", with: .string("cb-\(number)"))
                .replacing("unit.name", with: .string("Chi bộ thôn Nà Hừ số \(number)"))
            return try ExactDecision(bytes: json.encoded(indented: true))
        }
        let paper = try office.press.recognition(decisions, on: Office.ground.get(), at: Signers.signedAt)
        let document = try DecisionDocument(office.sign(paper.pdf, by: Signers.shared.get().secretary))
        #expect(Set(document.text.digests) == Set(decisions.map(\.digest)) && document.inspection.isIntact)
        #expect(document.pdf.count < DecisionDocument.maximumSize / 2)
        let known = decisions.map {
            RegisteredDecision(digest: $0.digest, issuedAt: Signers.signedAt, document: document.pdf)
        }
        let verdict = DecisionVerifier(anchors: try Signers.shared.get().anchors).verify(
            document.pdf, register: .consulted(known), now: Signers.signedAt)
        #expect(verdict.summary == .valid && verdict.decisions.count == 2000)
    }

    @Test func manyAreMadeAndReadAtOnce() async throws {
        let decision = papers.decision
        let files = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<16 {
                group.addTask {
                    let file = try Office.shared.get().paper(decision).pdf
                    _ = try DecisionDocument(file)
                    return file
                }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(files == [papers.unsigned.pdf])
    }

    @Test func theSamePaperHasTheSameBytes() throws {
        #expect(try office.paper(papers.decision) == papers.unsigned)
    }
}
