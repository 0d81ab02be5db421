import Decisions
import OpenSSLKit
import Recognition
import SecretBallot
import StrictEncoding
import Testing

@Suite struct SignedStatementTests {
    let round: TrialRound
    let signers: Signers

    init() throws {
        round = try TrialRound()
        signers = try Signers.shared.get()
    }

    @Test func signingKeepsTheExactBytes() throws {
        let statement = try round.statement()
        let decision = try signed(statement)
        #expect(decision.bytes == statement.encoded)
        #expect(decision.statement == statement)
        #expect(decision.digest == Hash.digest(statement.encoded))
        #expect(decision.inspect().isIntact)
        #expect(try SignedDecision(bytes: decision.bytes, signature: decision.signature) == decision)
        let annulment = try signed(round.annulment(of: decision))
        #expect(annulment.inspect().isIntact)
        #expect(annulment.statement.annuls.digest == decision.digest)
    }

    @Test func aStatementHasOneSpelling() throws {
        let decision = try signed(round.statement())
        for other in [decision.statement.json.encoded(), decision.bytes + [0x0A], [0x20] + decision.bytes] {
            #expect(throws: MalformedInput.self) { try SignedDecision(bytes: other, signature: decision.signature) }
        }
        let annulment = try round.annulment(of: decision)
        #expect(throws: MalformedInput.self) { try SignedAnnulment(bytes: annulment.json.encoded(), signature: []) }
        #expect(throws: MalformedInput.self) { try SignedAnnulment(bytes: decision.bytes, signature: []) }
    }

    @Test func onlyUsableCertificatesSign() throws {
        let statement = try round.statement()
        let end = signers.ending.certificate.notAfter
        #expect(throws: SigningRefusal.expired) { try signed(statement, by: signers.expired) }
        #expect(throws: SigningRefusal.expired) { try signed(statement, by: signers.ending, at: end) }
        #expect(throws: Never.self) { try signed(statement, by: signers.ending, at: end - 1) }
        #expect(throws: SigningRefusal.notYetValid) { try signed(statement, at: 0) }
        #expect(throws: SigningRefusal.notForSigning) { try signed(statement, by: signers.root) }
    }
}
