import Client
import OpenSSLKit
import Recognition
import SecretBallot
import StrictEncoding
import Testing

@testable import Service

/// What is recorded of decisions does not go behind their round, nor behind the paper that they are put to or end.
@Suite struct DecisionTimeTests {
    private static func expectBehind(_ step: () async throws -> Void) async {
        let problem = await refusal(of: step)
        #expect(problem?.code == "clock-behind" && problem?.status == 409)
    }

    private static func prepare(_ certified: CertifiedRound) async throws -> Int {
        try await certified.signer.prepareDecisions(
            certified.round.name, units: ["cb-02"], date: CalendarDate(parsing: "2026-12-22"),
            signer: certified.trial.signer)[0].id
    }

    private static func attach(_ paper: Int, _ certified: CertifiedRound) async throws {
        let bytes = try await certified.signer.bytesToSign(paper)
        let signature = try DetachedSignature.sign(content: bytes, by: certified.trial.identity(), as: .pades)
        _ = try await certified.signer.attach(signature, to: paper)
    }

    /// By more than a clock is corrected by, and then not.
    @Test func behindTheRoundNothingIsDecided() async throws {
        let time = TestTime()
        try await CertifiedRound.run(time: time) { certified in
            time.advance(by: -61)
            await Self.expectBehind { _ = try await certified.decide(["cb-01"]) }
            await Self.expectBehind { _ = try await Self.prepare(certified) }
            #expect(try await certified.service.voter.decisions().isEmpty)
            time.advance(by: 1)
            let digest = try await certified.decide(["cb-01"])[0].digest
            _ = try await Self.prepare(certified)
            let steps = try await certified.service.voter.status(of: certified.round.roundID).steps.map(\.at)
            #expect(try await certified.service.voter.decision(digest).decision.issuedAt == steps.last)
            let file = try await certified.service.voter.decisionDocument(digest)
            #expect(try await certified.verdict(file)["summary"] == "valid")
        }
    }

    @Test func behindThePaperNothingIsPutToIt() async throws {
        let time = TestTime()
        try await CertifiedRound.run(time: time) { certified in
            time.advance(by: 3_600)
            let digest = try await certified.decide(["cb-01"])[0].digest
            let (paper, keeper) = (try await Self.prepare(certified), try await certified.sealKeeper())
            time.advance(by: -61)
            await Self.expectBehind { try await Self.attach(paper, certified) }
            await Self.expectBehind { try await keeper.affixBodySeal(to: digest, password: TrialSigner.password) }
            await Self.expectBehind { _ = try await certified.annul(digest) }
            time.advance(by: 1)
            try await Self.attach(paper, certified)
            try await keeper.affixBodySeal(to: digest, password: TrialSigner.password)
            let file = try await certified.service.voter.decisionDocument(digest)
            #expect(try await certified.verdict(file)["summary"] == "valid")
            let annulment = try await certified.annul(digest)
            let kept = try await certified.service.voter.decision(digest)
            #expect(kept.annulment?.issuedAt == kept.decision.issuedAt && annulment.number == "03-QĐ/ĐU")
        }
    }
}
