import Client
import Decisions
import Foundation
import OpenSSLKit
import Recognition
import SecretBallot
import StrictEncoding
import Testing

@testable import Service

/// The whole job over a live port: from the draft to decisions that can be verified and annulled.
@Suite struct WholeRoundTests {
    @Test func fromDraftToAnnulment() async throws {
        let trial = try TrialSigner(at: 1_797_900_000)
        try await TestService.run(trusting: [trial.authority]) { service in
            let round = try await TestRound.frozen(service)
            try await round.certified()

            let results = try await round.secretary.results(of: round.name)
            let units = try JSONReader(results.outcomes, at: "outcomes").looseObject().member("units").array()
            #expect(try units.map { try $0.looseObject().member("passed").bool() } == [true, true])
            let signer = try await service.staff("nguoiky", .signer)
            try await signer.setIdentity(pkcs12: trial.pkcs12, password: TrialSigner.password)
            let decisions = try await signer.decide(
                round.name, date: CalendarDate(parsing: "2026-12-22"), signer: trial.signer, firstNumber: 41,
                password: TrialSigner.password)
            #expect(decisions.map(\.number.description) == ["41-QĐ/ĐU", "42-QĐ/ĐU"])

            let kept = try await service.voter.decision(decisions[0].digest)
            let file = try await service.voter.decisionDocument(decisions[0].digest)
            try await Self.expectVerdict("valid", inForce: "in-force", of: file, service)
            let annulment = try await signer.annul(
                decisions[0].digest, reason: "Có đảng viên bị kỷ luật trong năm",
                date: CalendarDate(parsing: "2026-12-23"), body: "ĐU", signer: trial.signer,
                password: TrialSigner.password, acknowledging: ["recognition-ended"])
            #expect(annulment.number.description == "43-QĐ/ĐU")
            try await Self.expectVerdict("not-valid", inForce: "annulled", of: file, service)
            let after = try await service.voter.decision(decisions[0].digest)
            #expect(after.decision == kept.decision, "the decision itself stays as it was")
            #expect(try await service.voter.decisionDocument(decisions[0].digest) == file)

            try await Self.expectRecordHolds(of: round, trial)
        }
    }

    private static func expectVerdict(
        _ summary: String, inForce code: String, of file: [UInt8], _ service: TestService
    ) async throws {
        let verdict = try await service.voter.verdict(pdf: file)
        let object = try JSONReader(verdict, at: "verdict").looseObject()
        #expect(try object.member("summary").string() == summary)
        #expect(try object.member("inForce").looseObject().member("code").string() == code)
    }

    private static func expectRecordHolds(of round: TestRound, _ trial: TrialSigner) async throws {
        let record = try await round.record(in: round.service.folder)
        let report = Audit.run(record, expecting: round.roundID)
        #expect(report.faults == [])
        #expect(report.checked[.slip] == 48)
        #expect(report.foundCount == 6)
        let names = record.names
        let decisions = names.filter { $0.hasPrefix("decisions/") }
        #expect(
            decisions.sorted() == [
                "decisions/annulment/2026-43.pdf", "decisions/recognition/2026-41.pdf",
                "decisions/recognition/2026-42.pdf",
            ])
        #expect(names.contains("minutes.pdf"))
        let anchors = TrustAnchors([trial.authority])
        var whole = report
        let guidance = try record.document(.guidance, limit: 1 << 20)
        let files = RecordedDecisions(in: record)
        let summary = DecisionAudit.run(
            files, report: &whole, guidance: guidance, trusting: DecisionVerifier(anchors: anchors))
        #expect(whole.faults == [] && summary.recognitions == 2 && summary.annulments == 1)
        #expect(summary.trustedSigners == 3)
    }

    @Test func everyStepCanBeRepeated() async throws {
        try await TestService.run { service in
            let round = try await TestRound.frozen(service)
            try await round.issuing(present: 6)
            try await round.secretary.issue(round.name)
            try await round.secretary.vote(round.name)
            try await round.secretary.vote(round.name)
            let device = try await round.vote(0, [Choice](repeating: .first, count: 8))
            let seal = try await round.seal([device])
            #expect(try await round.seal([device]) == seal)
            try await round.open(seal)
            try await round.open(seal)
            let results = try await round.secretary.results(of: round.name)
            #expect(try await round.board.tally(round.name) == results)
            try await round.secretary.certify(round.name, acknowledging: ["unanimous"])
            try await round.secretary.certify(round.name)
        }
    }

    @Test func theServiceGoesOnAfterARestart() async throws {
        let folder = try TestService.makeFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (codes, first, manifestBytes) = try await TestService.run(in: folder) { service in
            let round = try await TestRound.frozen(service)
            try await round.voting(present: 6)
            let device = try await round.vote(0, [Choice](repeating: .first, count: 8))
            return (round.codes, device.json.encoded(), round.manifest.bytes)
        }
        try await TestService.run(in: folder) { service in
            let manifest = try Manifest(manifestBytes)
            let device = try VotingDevice(manifest, stored: first)
            // The same request and the same slip again are answered as before.
            _ = try await service.voter.tokens(device.tokenRequest, in: manifest.roundID)
            _ = try await service.voter.cast(device.slips[3], in: manifest.roundID)
            #expect(try await service.voter.status(of: manifest.roundID).turnout?.slips == 8)
            // Another device of the same voter gets nothing.
            let other = try VotingDevice(manifest, code: codes[0])
            await #expect(throws: ServerProblem.self) {
                try await service.voter.tokens(other.tokenRequest, in: manifest.roundID)
            }
        }
    }
}
