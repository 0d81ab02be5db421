import Decisions
import Recognition
import SecretBallot
import StrictEncoding
import Testing

/// The record of a round of annulment: earlier recognitions, and what the ballot made of them.
@Suite struct AnnulmentRoundTests {
    private let decision: ExactDecision
    private let round: TrialRound

    init() throws {
        decision = try ExactDecision(TrialRound().statement())
        round = try TrialRound(.annulment, votes: [1, 3])
    }

    private func faults(_ decision: JSONValue, _ annulments: JSONValue...) throws -> [String] {
        var report = round.report
        let files = try ([decision] + annulments).map { try Forgery($0).signed() }
        _ = DecisionAudit.run(
            try RecordedDecisions(files), report: &report, guidance: round.profile.bytes,
            trusting: try Signers.shared.get().verifier)
        return report.faults.map(\.detail)
    }

    private func annulment(of decision: ExactDecision) throws -> JSONValue {
        try round.annulment(
            of: decision, ballot: AnnulmentStatement.Ballot(round: round.reference, outcomes: round.outcomes)
        ).json
    }

    @Test func anAnnulmentFollowsFromItsBallot() throws {
        #expect(try faults(decision.statement.json, annulment(of: decision)) == [])
    }

    @Test func theBallotMustHaveBeenThisOne() throws {
        let recognition = decision.statement.json
        #expect(try faults(recognition, round.annulment(of: decision).json) == ["round: not this one"])
        let statement = try annulment(of: decision)
        let digest = JSONValue.bytes([UInt8](repeating: 5, count: 32))
        #expect(
            try faults(recognition, statement.replacing("round.roundID", with: digest)) == ["round: not this one"])
        #expect(
            try faults(recognition, statement.replacing("round.boxRoot", with: digest))
                == ["boxRoot: not the one in the seal"])
    }

    @Test func aBallotThatFailedAnnulsNothing() throws {
        let kept = try ExactDecision(TrialRound().statement("cb-01", number: 11))
        let claimed = try annulment(of: decision).replacing("unit", with: kept.statement.unit.json)
            .replacing("annuls.number", with: "11-QĐ/ĐU").replacing("annuls.digest", with: .bytes(kept.digest))
        let found = try faults(kept.statement.json, claimed)
        #expect(found.count == 1 && found[0].hasPrefix("the ballot did not annul"))
    }

    @Test func itRecognisesNobody() throws {
        let claimed = try decision.statement.json.replacing("round", with: round.reference.json)
        #expect(try faults(claimed) == ["a round of annulment recognises nobody"])
    }
}
