import Decisions
import Recognition
import SecretBallot
import StrictEncoding
import Testing

@Suite struct ExactStatementTests {
    private let round: TrialRound
    private let decision: ExactDecision

    init() throws {
        round = try TrialRound()
        decision = try ExactDecision(round.statement())
    }

    @Test func aStatementKeepsItsExactBytes() throws {
        let statement = try round.statement()
        #expect(decision.bytes == statement.encoded)
        #expect(decision.statement == statement)
        #expect(decision.digest == Hash.digest(statement.encoded))
        #expect(try ExactDecision(bytes: decision.bytes) == decision)
        let annulment = try ExactAnnulment(round.annulment(of: decision))
        #expect(try ExactAnnulment(bytes: annulment.bytes) == annulment)
        #expect(annulment.statement.annuls.digest == decision.digest)
    }

    @Test func aStatementHasOneSpelling() throws {
        for other in [decision.statement.json.encoded(), decision.bytes + [0x0A], [0x20] + decision.bytes, []] {
            #expect(throws: MalformedInput.self) { try ExactDecision(bytes: other) }
        }
        let annulment = try round.annulment(of: decision)
        #expect(throws: MalformedInput.self) { try ExactAnnulment(bytes: annulment.json.encoded()) }
        #expect(throws: MalformedInput.self) { try ExactAnnulment(bytes: decision.bytes) }
        #expect(throws: MalformedInput.self) { try ExactDecision(bytes: annulment.encoded) }
    }
}
