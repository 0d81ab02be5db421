import Decisions
import Foundation
import Recognition
import SecretBallot
import StrictEncoding
import Testing

/// A trusted signer signs statements that differ from the right one in one field.
@Suite struct ChangedFieldTests {
    let round: TrialRound
    let decision: SignedDecision
    let annulment: SignedAnnulment

    init() throws {
        round = try TrialRound()
        decision = try signed(round.statement())
        annulment = try signed(round.annulment(of: decision))
    }

    private func faults(_ recognitions: [SignedDecision], _ annulments: [SignedAnnulment]) throws -> [AuditFault] {
        var report = round.report
        _ = DecisionAudit.run(
            RecordedDecisions(recognitions: recognitions, annulments: annulments), report: &report,
            guidance: round.profile.bytes, anchors: try Signers.shared.get().anchors)
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
        for (path, value) in Self.ofRecognition {
            var changed = decision.statement.json.replacing(path, with: value)
            #expect(changed != decision.statement.json, "\(path)")
            if path.hasPrefix("tally"), path != "tally.0.criterion" {
                changed = changed.replacing("tally.\(path.split(separator: ".")[1]).collected", with: 4)
            }
            #expect(try isCaught(changed.encoded(indented: true)), "\(path)")
        }
        let reordered = decision.statement.tally.map(\.json)
        let swapped = decision.statement.json.replacing("tally", with: .array(reordered.reversed()))
        #expect(try isCaught(swapped.encoded(indented: true)))
        let short = decision.statement.json.replacing("tally", with: .array(reordered.dropLast()))
        #expect(try isCaught(short.encoded(indented: true)))
    }

    /// Files under the right name, signed by the right signer.
    private func isCaught(_ bytes: [UInt8]) throws -> Bool {
        guard let changed = try? forced(bytes) as SignedDecision else { return true }
        var files = RecordedDecisions(recognitions: [changed], annulments: []).files
        let unit = changed.statement.unit.id
        for name in files.keys where unit != "cb-02" {
            files[name.replacing(unit, with: "cb-02")] = files.removeValue(forKey: name)
        }
        var report = round.report
        _ = DecisionAudit.run(RecordedDecisions(files: files), report: &report, guidance: round.profile.bytes)
        return !report.holds && report.faults.allSatisfy { $0.place == "decisions/recognition/cb-02.json" }
    }

    /// Two spellings that look the same are two names.
    @Test func aNameIsItsBytes() throws {
        let name = decision.statement.unit.name
        let decomposed = String(decoding: Array(name.decomposedStringWithCanonicalMapping.utf8), as: UTF8.self)
        #expect(name == decomposed && !name.utf8.elementsEqual(decomposed.utf8))
        let changed = decision.statement.json.replacing("unit.name", with: .string(decomposed))
        #expect(try isCaught(changed.encoded(indented: true)))
    }

    private static let ofAnnulment: [(String, JSONValue)] = [
        ("authority.name", "Đảng ủy xã Bum Nưa"), ("annuls.number", "13-QĐ/ĐU"), ("annuls.digest", digest),
        ("unit.name", "Chi bộ khác"), ("unit.kind", "sectional-cell"), ("year", 2025), ("date", "2026-12-17"),
    ]

    @Test func everyFieldOfAnAnnulmentIsCaught() throws {
        #expect(try faults([decision], [annulment]) == [])
        for (path, value) in Self.ofAnnulment {
            let changed: SignedAnnulment = try forced(
                annulment.statement.json.replacing(path, with: value).encoded(indented: true))
            let found = try faults([decision], [changed])
            #expect(!found.isEmpty && found.allSatisfy { $0.place == "decisions/annulment/cb-02.json" }, "\(path)")
        }
        #expect(try faults([decision], [annulment]) == [])
        #expect(try faults([], [annulment]).map(\.detail) == ["names no recognition that is in the record"])
        let sameDay: SignedAnnulment = try forced(
            annulment.statement.json.replacing("date", with: "2026-12-18").encoded(indented: true))
        #expect(try faults([decision], [sameDay]) == [])
    }

    @Test func anAnnulmentCannotFollowFromARoundOfRecognition() throws {
        guard case .object(let members) = annulment.statement.json else { return }
        let json = JSONValue.object(members.dropLast()).adding("round", try round.reference.json)
            .adding("signer", annulment.statement.signer.json)
        let changed: SignedAnnulment = try forced(json.encoded(indented: true))
        #expect(try faults([decision], [changed]).map(\.detail) == ["this was not a round of annulment"])
    }
}
