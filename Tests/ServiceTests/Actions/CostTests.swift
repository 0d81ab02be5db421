import Client
import Foundation
import SecretBallot
import Storage
import StrictEncoding
import Testing

@testable import Service

/// Steps that cannot be taken back say what they will cost, by name, and ask.
@Suite struct CostTests {
    private static func warnings(
        _ round: TestRound, _ step: String, _ body: JSONValue = [:]
    ) async throws -> [JSONObjectReader] {
        let answer = try await round.service.call(
            "POST", "\(round.staffPath)/\(step)", body.encoded(), as: .secretary)
        #expect(answer.status == 409 && answer.code == "unacknowledged-warnings", "\(answer.text)")
        return try answer.member("warnings").array().map { try $0.looseObject() }
    }

    @Test func closingSaysWhoHasNoBallotAndSealingHowManySlipsAreOut() async throws {
        try await PreparedRound.run(.voting, marks: [0: .present, 1: .present, 2: .present, 3: .excused]) { round in
            try await round.vote(0, [Choice](repeating: .first, count: 8))
            let half = try await round.device(1)
            var device = half
            try device.mark([Choice](repeating: .first, count: 8))
            for (_, slip) in device.slips.enumerated().prefix(3) {
                _ = try await round.service.voter.cast(slip, in: round.roundID)
            }
            let closing = try await Self.warnings(round, "closing")
            #expect(try closing.map { try $0.member("warning").string() } == ["without-ballot"])
            let names = try closing[0].member("voters").array().map { try $0.string() }
            #expect(names == ["Ủy viên 3"], "who is absent or excused, or has a ballot, is not named")
            try await round.secretary.close(round.name, acknowledging: ["without-ballot"])
            let found = try await Self.warnings(round, "seal")
            #expect(try found.map { try $0.member("warning").string() } == ["slips-missing"])
            #expect(try found[0].member("expected").integer() == 16 && found[0].member("collected").integer() == 11)
            let words = try found[0].member("messages").looseObject().member("vi").string()
            #expect(!words.contains("Ủy viên"), "whose slips are out is nobody's to say")
            #expect(words.contains("5 phiếu"))
        }
    }

    @Test func eachWarningIsAcknowledgedByItself() async throws {
        try await PreparedRound.run(.voting, marks: [0: .present, 1: .present]) { round in
            _ = try await round.device(0)
            for (step, state, own) in [
                ("closing", Stage.voting, "without-ballot"), ("seal", .closing, "slips-missing"),
            ] {
                for named in [[], ["few-present"], ["relay-silent", "clock-behind"]] as [[JSONValue]] {
                    let warnings = try await Self.warnings(round, step, ["acknowledge": .array(named)])
                    #expect(try warnings.map { try $0.member("warning").string() } == [own])
                }
                #expect(try await round.service.voter.status(of: round.roundID).state.rawValue == state.rawValue)
                let detail = try await round.secretary.round(round.name)
                #expect(detail.warnings.map(\.name) == [own], "said before it is asked")
                if state == .voting { try await round.secretary.close(round.name, acknowledging: [own]) }
            }
            try await round.secretary.seal(round.name, acknowledging: ["slips-missing"])
        }
    }

    /// The legitimate neighbour: everybody present has voted, some are absent.
    @Test func aWholeBoxIsSealedWithoutQuestions() async throws {
        try await PreparedRound.run(.voting, marks: [0: .present, 1: .present, 5: .excused]) { round in
            for voter in 0..<2 { try await round.vote(voter, [Choice](repeating: .second, count: 8)) }
            try await round.secretary.close(round.name)
            try await round.secretary.seal(round.name)
        }
    }

    @Test func thePageShowsWhatClosingCosts() async throws {
        try await PreparedRound.run(.voting, marks: [0: .present, 1: .present]) { round in
            let page = try await round.visitor(.secretary).open()
            #expect(page.text.contains(#"data-warning="without-ballot""#) && page.text.contains("Ủy viên 2"))
            let refused = try await round.visitor(.secretary).send([
                "step": "closing", "confirmation": "kết thúc bỏ phiếu",
            ])
            #expect(refused.status == 409 && refused.text.contains("Ủy viên 2"))
            let done = try await round.visitor(.secretary).send(
                ["step": "closing", "confirmation": "kết thúc bỏ phiếu", "acknowledge": "without-ballot"])
            #expect(done.status == 303)
        }
    }

    @Test func cancellingSaysWhatIsDestroyed() async throws {
        try await PreparedRound.run(.voting) { round in
            try await round.vote(0, [Choice](repeating: .first, count: 8))
            let found = try await Self.warnings(round, "cancel", ["reason": "Hoãn"])
            #expect(try found.map { try $0.member("warning").string() } == ["ballots-destroyed"])
            #expect(try found[0].member("issued").integer() == 1 && found[0].member("slips").integer() == 8)
            let page = try await round.visitor(.secretary).open()
            #expect(page.text.contains(#"data-warning="ballots-destroyed""#))
            let form: KeyValuePairs = [
                "step": "cancel", "confirmation": "hủy đợt", "reason": "Hoãn", "acknowledge": "ballots-destroyed",
            ]
            let done = try await round.visitor(.secretary).send(form)
            #expect(done.status == 303)
        }
        for stage in [Stage.draft, .frozen, .voting] {
            try await PreparedRound.run(stage) { _ = try await $0.secretary.cancel($0.name, reason: "Hoãn") }
        }
    }

    @Test func freezingNamesTheUnitsThatAreLeftOut() async throws {
        try await PreparedRound.run(.draft) { round in
            let table = String(decoding: try TestRound.units(2), as: UTF8.self)
            // Most of the second unit's members have been disciplined.
            let lines = table.split(separator: "\n").map(String.init)
            var cells = lines[2].components(separatedBy: ",")
            let column = try #require(lines[0].components(separatedBy: ",").firstIndex(of: "members.completed"))
            cells[column] = "0"
            let changed = [lines[0], lines[1], cells.joined(separator: ",")].joined(separator: "\n")
            let units = try await round.secretary.setUnits(Array(changed.utf8), of: round.name)
            let left = try #require(units.ineligible.first)
            let found = try await Self.warnings(round, "freeze")
            #expect(try found[0].member("units").array().map { try $0.string() } == [left.name])
            let page = try await round.visitor(.secretary).open()
            #expect(page.text.contains(#"data-warning="units-left-out""#))
            _ = try await round.secretary.freeze(
                round.name, acknowledging: ["units-left-out"], every: .milliseconds(20)
            ) { _ in }
        }
    }

    /// Who may not see the count is not told by its warnings either.
    @Test func theCountsWarningsAreForWhoMaySeeTheCount() async throws {
        try await PreparedRound.run(.voting) { round in
            for voter in 0..<2 { try await round.vote(voter, [Choice](repeating: .first, count: 8)) }
            try await round.open(round.seal([]))
            for role in Role.allCases {
                let detail = try await PreparedStaff.client(role, round.service).round(round.name)
                #expect(detail.warnings.isEmpty == (role == .admin), "\(role)")
            }
        }
    }
}
