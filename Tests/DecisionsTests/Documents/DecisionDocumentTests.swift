import Decisions
import OpenSSLKit
import Recognition
import SignedPDF
import StrictEncoding
import TestSupport
import Testing

/// What a file decides, by the statements inside it.
@Suite struct DecisionDocumentTests {
    private let first: ExactDecision
    private let second: ExactDecision
    private let annulment: ExactAnnulment

    init() throws {
        let round = try TrialRound()
        first = try ExactDecision(round.statement("cb-01"))
        second = try ExactDecision(round.statement("cb-02"))
        annulment = try ExactAnnulment(round.annulment(of: second))
    }

    private func text(_ attachments: PDFAttachment...) throws -> DecisionText {
        try DecisionDocument(Forgery(attachments).signed()).text
    }

    private func refusal(_ attachments: PDFAttachment...) throws -> DocumentFault? {
        let file = try Forgery(attachments).signed()
        do {
            _ = try DecisionDocument(file)
            return nil
        } catch {
            return error
        }
    }

    private func file(_ name: String, _ bytes: [UInt8]) -> PDFAttachment { Forgery.attachment(name, bytes) }

    @Test func statementsAreReadByTheirNames() throws {
        let (one, two) = (Forgery.attachment(first.statement.json), Forgery.attachment(second.statement.json))
        #expect(try text(one) == .recognition([first]))
        #expect(try text(two, one) == .recognition([first, second]))
        #expect(try text(Forgery.attachment(annulment.statement.json)) == .annulment(annulment))
        let others = [file("ghi-chu.txt", [1]), file("quyet-dinh.json", [2]), file("quyet-dinh-cb-02.txt", [3])]
        #expect(try text(others[0], one, others[1], others[2]) == .recognition([first]))
    }

    @Test func aFileWithoutAStatementIsNoDecision() throws {
        #expect(try refusal() == .noStatement)
        #expect(try refusal(file("ghi-chu.txt", first.bytes)) == .noStatement)
    }

    @Test func statementsOfDifferentDecisionsDoNotMix() throws {
        let one = Forgery.attachment(first.statement.json)
        let changes: [(String, JSONValue)] = [
            ("number", "13-QĐ/ĐU"), ("date", "2026-12-19"), ("authority.name", "Đảng ủy xã Bum Nưa"),
            ("signer.name", "Vàng Thị Mỷ"), ("year", 2025), ("form", "01-QĐ"),
        ]
        for (path, value) in changes {
            let changed = second.statement.json.replacing(path, with: value)
            #expect(changed != second.statement.json)
            #expect(try refusal(one, Forgery.attachment(changed)) == .mixedStatements, "\(path)")
        }
        let annulling = Forgery.attachment(annulment.statement.json)
        #expect(try refusal(one, annulling) == .mixedStatements)
        let another = Forgery.attachment(
            annulment.statement.json.replacing("unit", with: first.statement.unit.json))
        #expect(try refusal(annulling, another) == .mixedStatements)
    }

    @Test func aStatementIsNamedAfterItsUnit() throws {
        #expect(try refusal(file("quyet-dinh-cb-01.json", second.bytes)) == .mixedStatements)
        #expect(try refusal(file("quyet-dinh-.json", second.bytes)) == .mixedStatements)
    }

    /// One unit twice on a paper would be two answers to one question; only another program would print it.
    @Test func aUnitStandsOnce() throws {
        let names = ["quyet-dinh-cb-02.json", "quyet-dinh-cb-09.json"]
        let paper = try PDFAdditions(attachments: names.map { file($0, second.bytes) }).appended(
            to: Forgery.paper.get())
        let twice = paper.replacing(Array(names[1].utf8), with: Array(names[0].utf8))
        #expect(try PDFInspection.inspect(twice).attachments.map(\.name) == [names[0], names[0]])
        #expect(throws: DocumentFault.mixedStatements) { try DecisionDocument(twice) }
    }

    @Test func aStatementHasOneSpelling() throws {
        let wrong = [second.statement.json.encoded(), second.bytes + [0x0A], [], Array("{}".utf8), annulment.bytes]
        for bytes in wrong {
            guard case .malformedStatement(let fault) = try refusal(file("quyet-dinh-cb-02.json", bytes)) else {
                Issue.record("read: \(bytes.count)")
                continue
            }
            #expect(fault.place.hasPrefix("quyet-dinh-cb-02.json"))
        }
    }

    @Test func whatIsNoPDFIsNoDecision() throws {
        let good = try Forgery(first.statement.json).signed()
        let large = good + [UInt8](repeating: 0x20, count: DecisionDocument.maximumSize)
        for (bytes, code) in [([], "pdf-malformed"), ([0x25], "pdf-malformed"), (large, "pdf-too-large")] {
            #expect(throws: DocumentFault.self) { try DecisionDocument(bytes) }
            do {
                _ = try DecisionDocument(bytes)
            } catch {
                #expect(error.code == code)
            }
        }
        let shop = try Workshop()
        try shop.write(good, to: "good.pdf")
        try shop("qpdf --encrypt u o 256 -- good.pdf encrypted.pdf")
        let encrypted = try shop.read("encrypted.pdf")
        #expect(throws: DocumentFault.unreadable(.encrypted)) { try DecisionDocument(encrypted) }
    }
}
