import Decisions
import Recognition
import SecretBallot
import StrictEncoding
import TestSupport
import Testing

@Suite struct DecisionSummaryTests {
    private let office: Office
    private let decision: ExactDecision
    private let verifier: NoteVerifier

    init() throws {
        office = try Office.shared.get()
        decision = try ExactDecision(TrialRound().statement())
        verifier = try #require(NoteVerifier(name: Office.issuer, key: office.logKey.publicKey))
    }

    /// What the link's fragment says.
    private func read(_ link: String) throws -> DecisionSummary {
        let parts = link.split(separator: "#")
        try #require(parts.count == 2 && parts[0] == "\(Office.address)/verify")
        let note = String(decoding: try Base64URL.decode(String(parts[1])), as: UTF8.self)
        return try DecisionSummary(note: note, verifier: verifier)
    }

    @Test func aSummaryIsOfItsDecision() throws {
        let summary = DecisionSummary(.recognition([decision]))
        #expect(summary.number == "12-QĐ/ĐU" && summary.date == "2026-12-18" && summary.year == 2026)
        #expect(summary.authority == "Đảng ủy xã Bum Tở" && summary.unit == "Chi bộ Trường Trung học cơ sở")
        #expect(summary.digest == Hash.digest(decision.digest))
        let round = try TrialRound()
        let both = try ["cb-01", "cb-02"].map { try ExactDecision(round.statement($0)) }
        let many = DecisionSummary(.recognition(both))
        #expect(many.unit == "2 tổ chức" && many.digest == Hash.digest(both.flatMap(\.digest)))
        #expect(many.digest != DecisionSummary(.recognition(both.reversed())).digest)
        let annulment = try ExactAnnulment(round.annulment(of: decision))
        #expect(DecisionSummary(.annulment(annulment)).number == "31-QĐ/ĐU")
    }

    @Test func aSummarySurvivesItsLink() throws {
        let summary = DecisionSummary(.recognition([decision]))
        let note = try summary.note(signedBy: office.logKey)
        #expect(note.hasPrefix("phieukin/1 decision\n12-QĐ/ĐU\n2026-12-18\nĐảng ủy xã Bum Tở\n"))
        #expect(try DecisionSummary(note: note, verifier: verifier) == summary)
        let link = try summary.link(to: Office.address, signedBy: office.logKey)
        #expect(try read(link) == summary)
        #expect(link.count <= 900)
    }

    @Test func anotherKeyIsNotBelieved() throws {
        let summary = DecisionSummary(.recognition([decision]))
        let other = try #require(NoteSigner(name: Office.issuer, seed: [UInt8](repeating: 8, count: 32)))
        let note = try summary.note(signedBy: other)
        #expect(throws: MalformedInput.self) { try DecisionSummary(note: note, verifier: verifier) }
        let named = try #require(NoteSigner(name: "other.example", seed: [UInt8](repeating: 7, count: 32)))
        let foreign = try summary.note(signedBy: named)
        #expect(throws: MalformedInput.self) { try DecisionSummary(note: foreign, verifier: verifier) }
    }

    @Test func mutantsAreNotBelieved() throws {
        let summary = DecisionSummary(.recognition([decision]))
        let note = Array(try summary.note(signedBy: office.logKey).utf8)
        var mutator = Mutator(seed: 4)
        for _ in 0..<500 {
            let mutant = String(decoding: mutator.mutate(note), as: UTF8.self)
            // Another signature beside ours changes nothing.
            if let read = try? DecisionSummary(note: mutant, verifier: verifier) { #expect(read == summary) }
        }
    }

    @Test func otherNotesOfTheServiceAreNoSummaries() throws {
        let summary = try DecisionSummary(.recognition([decision])).note(signedBy: office.logKey)
        let good = try #require(verifier.text(of: summary))
        let wrong = [
            "phieukin/1 annulled\n{}\n", "\n", good + "x\n", good.replacing("decision", with: "seal"),
            good.replacing("\n2026\n", with: "\nnăm\n"), String(good.dropLast(2)) + "\n", "\n" + good,
        ]
        for text in wrong {
            let note = try office.logKey.sign(text)
            #expect(throws: MalformedInput.self, "\(text)") { try DecisionSummary(note: note, verifier: verifier) }
        }
    }

    /// The link must fit a code that can be read from paper, whatever the names are made of.
    @Test(arguments: ["ê", "Ễ", "ế\u{323}", "😀", "a\u{301}\u{323}\u{302}\u{308}", "𠀀"])
    func longNamesAreCut(_ letter: String) throws {
        let count = 300 / letter.unicodeScalars.count
        let name = JSONValue.string(String(repeating: letter, count: count))
        let json = decision.statement.json.replacing("unit.name", with: name).replacing("authority.name", with: name)
        let long = try ExactDecision(bytes: json.encoded(indented: true))
        let summary = DecisionSummary(.recognition([long]))
        #expect(summary.unit.hasSuffix("…") && long.statement.unit.name.hasPrefix(summary.unit.dropLast()))
        #expect(summary.unit.count > 10 && summary.authority == summary.unit)
        let link = try summary.link(to: Office.address, signedBy: office.logKey)
        #expect(link.count <= 900, "\(link.count)")
        #expect(try read(link) == summary)
    }

    /// One letter of 300 parts.
    @Test func aNameOfOneLetterIsCut() throws {
        let name = JSONValue.string("a" + String(repeating: "\u{301}", count: 299))
        let json = decision.statement.json.replacing("unit.name", with: name).replacing("authority.name", with: name)
        let summary = DecisionSummary(.recognition([try ExactDecision(bytes: json.encoded(indented: true))]))
        #expect(try summary.link(to: Office.address, signedBy: office.logKey).count <= 900)
    }

    @Test func theCodeOnTheFirstPageLeadsToIt() throws {
        let papers = try Papers.shared.get()
        for file in [papers.signed, papers.annexed, papers.annulling] {
            let shop = try Workshop()
            try shop.write(file, to: "decision.pdf")
            try shop("pdftoppm -r 200 -png -f 1 -l 1 -singlefile decision.pdf page")
            let link = try shop("zbarimg --quiet --raw -Sdisable -Sqrcode.enable page.png")
            let text = try DecisionDocument(file).text
            #expect(try read(link.replacing("\n", with: "")) == DecisionSummary(text))
        }
    }
}
