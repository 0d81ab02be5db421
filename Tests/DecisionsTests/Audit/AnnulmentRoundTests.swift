import Decisions
import Recognition
import SecretBallot
import StrictEncoding
import Testing

/// The record of a round of annulment: earlier recognitions, and what the ballot made of them.
@Suite struct AnnulmentRoundTests {
    let decision: SignedDecision
    let round: TrialRound

    init() throws {
        decision = try signed(TrialRound().statement())
        round = try TrialRound(.annulment, votes: [1, 3])
    }

    private func faults(_ recognitions: [SignedDecision], _ annulments: [SignedAnnulment]) throws -> [String] {
        var report = round.report
        _ = DecisionAudit.run(
            RecordedDecisions(recognitions: recognitions, annulments: annulments), report: &report,
            guidance: round.profile.bytes, anchors: try Signers.shared.get().anchors)
        return report.faults.map(\.detail)
    }

    private func annulment(of decision: SignedDecision) throws -> AnnulmentStatement {
        try round.annulment(
            of: decision, ballot: AnnulmentStatement.Ballot(round: round.reference, outcomes: round.outcomes))
    }

    @Test func anAnnulmentFollowsFromItsBallot() throws {
        #expect(try faults([decision], [signed(annulment(of: decision))]) == [])
    }

    @Test func theBallotMustHaveBeenThisOne() throws {
        let unballoted = try signed(round.annulment(of: decision))
        #expect(try faults([decision], [unballoted]) == ["round: not this one"])
        let statement = try annulment(of: decision).json
        let digest = JSONValue.bytes([UInt8](repeating: 5, count: 32))
        let other: SignedAnnulment = try forced(
            statement.replacing("round.roundID", with: digest).encoded(indented: true))
        #expect(try faults([decision], [other]) == ["round: not this one"])
        let boxes: SignedAnnulment = try forced(
            statement.replacing("round.boxRoot", with: digest).encoded(indented: true))
        #expect(try faults([decision], [boxes]) == ["boxRoot: not the one in the seal"])
    }

    @Test func aBallotThatFailedAnnulsNothing() throws {
        let kept = try signed(TrialRound().statement("cb-01", number: 11))
        let statement = try annulment(of: decision).json
        let claimed: SignedAnnulment = try forced(
            statement.replacing("unit", with: kept.statement.unit.json)
                .replacing("annuls.number", with: "11-QĐ/ĐU").replacing("annuls.digest", with: .bytes(kept.digest))
                .encoded(indented: true))
        let found = try faults([kept], [claimed])
        #expect(found.count == 1 && found[0].hasPrefix("the ballot did not annul"))
    }

    @Test func itRecognisesNobody() throws {
        let claimed: SignedDecision = try forced(
            decision.statement.json.replacing("round", with: round.reference.json).encoded(indented: true))
        #expect(try faults([claimed], []) == ["a round of annulment recognises nobody"])
    }
}
