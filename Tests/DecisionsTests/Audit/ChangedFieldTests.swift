import Decisions
import Foundation
import Recognition
import SecretBallot
import StrictEncoding
import Testing

/// A trusted signer signs statements that differ from the right one in one field.
@Suite struct ChangedFieldTests {
    private let round: TrialRound
    private let decision: ExactDecision
    private let annulment: JSONValue

    init() throws {
        round = try TrialRound()
        decision = try ExactDecision(round.statement())
        annulment = try round.annulment(of: decision).json
    }

    private func faults(_ statements: JSONValue...) throws -> [AuditFault] {
        try faults(try RecordedDecisions(statements.map { try Forgery($0).signed() }))
    }

    private func faults(_ decisions: RecordedDecisions) throws -> [AuditFault] {
        var report = round.report
        _ = DecisionAudit.run(
            decisions, report: &report, guidance: round.profile.bytes, trusting: try Signers.shared.get().verifier)
        return report.faults
    }

    private static let digest = JSONValue.bytes([UInt8](repeating: 5, count: 32))

    /// Every field of a recognition that something else in a record fixes. The rest (number, date, signer) is the
    /// authority's own to say.
    private static let ofRecognition: [(String, JSONValue)] = [
        ("authority.name", "Đảng ủy xã Bum Nưa"), ("authority.parent", "Đảng bộ tỉnh Điện Biên"),
        ("authority.kind", "district-standing-committee"), ("authority.place", "Mường Tè"), ("form", "01-QĐ"),
        ("unit.id", "cb-01"), ("unit.id", "cb-99"), ("unit.name", "Chi bộ Trường Tiểu học"),
        ("unit.name", "Chi bộ Trường Trung học cơ sở "), ("unit.kind", "sectional-cell"), ("year", 2025),
        ("guidance.id", "go-vap-554-cv-qu"), ("guidance.sha256", digest), ("round.roundID", digest),
        ("round.boxRoot", digest), ("tally.0.criterion", "members-of"), ("tally.3.second", 1), ("tally.0.blank", 1),
        ("title", "đảng bộ cơ sở bốn tốt"), ("format", "phieukin-decision/2"),
    ]

    @Test func everyFieldOfARecognitionIsCaught() throws {
        #expect(try faults(decision.statement.json) == [])
        for (path, value) in Self.ofRecognition {
            var changed = decision.statement.json.replacing(path, with: value)
            #expect(changed != decision.statement.json, "\(path)")
            if path.hasPrefix("tally"), path != "tally.0.criterion" {
                changed = changed.replacing("tally.\(path.split(separator: ".")[1]).collected", with: 4)
            }
            #expect(try isCaught(changed), "\(path)")
        }
        let tally = decision.statement.tally.map(\.json)
        #expect(try isCaught(decision.statement.json.replacing("tally", with: .array(tally.reversed()))))
        #expect(try isCaught(decision.statement.json.replacing("tally", with: .array(tally.dropLast()))))
    }

    /// A file under the right name, signed by the right signer, whether or not the statement can be read.
    private func isCaught(_ statement: JSONValue) throws -> Bool {
        let name = "decisions/recognition/2026-12.pdf"
        let found = try faults(RecordedDecisions(files: [name: try Forgery(statement).signed()]))
        return !found.isEmpty && found.allSatisfy { $0.place == name }
    }

    /// Two spellings that look the same are two names.
    @Test func aNameIsItsBytes() throws {
        let name = decision.statement.unit.name
        let decomposed = String(decoding: Array(name.decomposedStringWithCanonicalMapping.utf8), as: UTF8.self)
        #expect(name == decomposed && !name.utf8.elementsEqual(decomposed.utf8))
        let changed = decision.statement.json.replacing("unit.name", with: .string(decomposed))
        #expect(try isCaught(changed))
    }

    private static let ofAnnulment: [(String, JSONValue)] = [
        ("authority.name", "Đảng ủy xã Bum Nưa"), ("annuls.number", "13-QĐ/ĐU"), ("annuls.digest", digest),
        ("unit.name", "Chi bộ khác"), ("unit.kind", "sectional-cell"), ("year", 2025), ("date", "2026-12-17"),
    ]

    @Test func everyFieldOfAnAnnulmentIsCaught() throws {
        let recognition = decision.statement.json
        #expect(try faults(recognition, annulment) == [])
        for (path, value) in Self.ofAnnulment {
            let found = try faults(recognition, annulment.replacing(path, with: value))
            #expect(!found.isEmpty && found.allSatisfy { $0.place == "decisions/annulment/2026-31.pdf" }, "\(path)")
        }
        #expect(try faults(annulment).map(\.detail) == ["names no recognition that is in the record"])
        #expect(try faults(recognition, annulment.replacing("date", with: "2026-12-18")) == [])
    }

    @Test func anAnnulmentCannotFollowFromARoundOfRecognition() throws {
        guard case .object(let members) = annulment, let signer = members.last else { return }
        let claimed = JSONValue.object(members.dropLast()).adding("round", try round.reference.json)
            .adding(signer.name, signer.value)
        #expect(try faults(decision.statement.json, claimed).map(\.detail) == ["this was not a round of annulment"])
    }

    /// One wrong statement among good ones on one paper.
    @Test func everyStatementOfAPaperIsLookedAt() throws {
        let other = try round.statement("cb-01").json
        let good = try Forgery([other, decision.statement.json].map(Forgery.attachment)).signed()
        #expect(try faults(RecordedDecisions([good])) == [])
        for (path, value) in [("tally.0.criterion", "members-of"), ("unit.name", "Chi bộ khác")]
            as [(String, JSONValue)]
        {
            let wrong = decision.statement.json.replacing(path, with: value)
            let file = try Forgery([other, wrong].map(Forgery.attachment)).signed()
            #expect(try !faults(RecordedDecisions([file])).isEmpty, "\(path)")
        }
    }
}
