import Client
import Decisions
import OpenSSLKit
import Recognition
import SecretBallot
import SignedPDF
import StrictEncoding
import Testing

@testable import Service

/// Signing with a key that the service never sees.
@Suite struct OutsideSigningTests {
    private static func prepare(_ certified: CertifiedRound, _ units: [String]? = nil) async throws -> [PreparedPaper] {
        try await certified.signer.prepareDecisions(
            certified.round.name, units: units, date: CalendarDate(parsing: "2026-12-22"),
            signer: certified.trial.signer)
    }

    @Test func aDetachedSignatureIsTakenIn() async throws {
        try await CertifiedRound.run(identity: false) { certified in
            let identity = try certified.trial.identity()
            let papers = try await Self.prepare(certified)
            #expect(papers.map(\.number) == ["01-QĐ/ĐU", "02-QĐ/ĐU"])
            #expect(try await certified.service.voter.decisions().isEmpty, "nothing is decided yet")
            #expect(try await certified.signer.preparations(certified.round.name) == papers)
            let bytes = try await certified.signer.bytesToSign(papers[0].id)
            let signature = try DetachedSignature.sign(content: bytes, by: identity, as: .pades)
            let issued = try await certified.signer.attach(signature, to: papers[0].id)
            let file = try await certified.service.voter.decisionDocument(issued[0].digest)
            #expect(try await certified.verdict(file)["summary"] == "valid")
            let again = await refusal { _ = try await certified.signer.attach(signature, to: papers[0].id) }
            #expect(again?.code == "not-found")
            let other = await refusal { _ = try await certified.signer.attach(signature, to: papers[1].id) }
            #expect(other?.code == "signature")
            for wrong in [[], [0x30, 0x80], Array(signature.dropLast())] {
                let refused = await refusal { _ = try await certified.signer.attach(wrong, to: papers[1].id) }
                #expect(refused?.code == "signature")
            }
        }
    }

    @Test func aFileSignedElsewhereIsComparedWithWhatWasHandedOut() async throws {
        try await CertifiedRound.run(identity: false) { certified in
            let identity = try certified.trial.identity()
            let paper = try await Self.prepare(certified, ["cb-01"])[0]
            let base = try await certified.signer.preparedDocument(paper.id)
            let unsigned = await refusal { _ = try await certified.signer.attach(signed: base, to: paper.id) }
            #expect(unsigned?.code == "signature")
            let plan = SignaturePlan(field: "Other", signerName: "Nguyễn Văn Thắng", time: 1_797_900_000)
            let prepared = try PreparedSignature.prepare(base, plan: plan)
            let signed = try prepared.attaching(
                DetachedSignature.sign(content: prepared.signedBytes, by: identity, as: .pades))
            let others = try await Self.prepare(certified, ["cb-02"])[0]
            let swapped = await refusal { _ = try await certified.signer.attach(signed: signed, to: others.id) }
            #expect(swapped?.code == "signature")
            let issued = try await certified.signer.attach(signed: signed, to: paper.id)
            #expect(issued.map(\.number) == ["01-QĐ/ĐU"])
            #expect(try await certified.service.voter.decisionDocument(issued[0].digest) == signed)
        }
    }

    @Test func aPaperGivenUpLeavesItsNumberToTheNext() async throws {
        try await CertifiedRound.run { certified in
            let papers = try await Self.prepare(certified)
            let taken = await refusal { _ = try await certified.decide(["cb-01"]) }
            #expect(taken?.code == "already-decided")
            try await certified.signer.withdraw(papers[0].id)
            let issued = try await certified.decide(["cb-01"])
            #expect(issued.map(\.number) == ["01-QĐ/ĐU"])
            let gone = await refusal { try await certified.signer.withdraw(papers[0].id) }
            #expect(gone?.code == "not-found")
        }
    }

    @Test func aStrangersSignatureIsNotTakenIn() async throws {
        let stranger = try TrialSigner(at: 1_797_900_000)
        try await CertifiedRound.run(identity: false) { certified in
            let paper = try await Self.prepare(certified, ["cb-01"])[0]
            let bytes = try await certified.signer.bytesToSign(paper.id)
            let signature = try DetachedSignature.sign(content: bytes, by: stranger.identity(), as: .pades)
            let refused = await refusal { _ = try await certified.signer.attach(signature, to: paper.id) }
            #expect(refused?.code == "untrusted-identity")
        }
    }
}
