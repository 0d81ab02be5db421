import Client
import Foundation
import SecretBallot
import TestSupport
import Testing

@testable import Service

/// A backup that was made during a round, put back: it has no spool key, and is not to have one.
@Suite struct LostSpoolTests {
    @Test func theRoundCanOnlyBeCancelledAndAllElseIsServed() async throws {
        let folder = try TestService.makeFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let roundID = try await TestService.run(in: folder) { service in
            let round = try await TestRound.frozen(service, voters: 5, units: 1)
            try await round.issuing(present: 5)
            return round.roundID
        }
        for key in try FileManager.default.contentsOfDirectory(atPath: folder + "/data/spool-keys") {
            try FileManager.default.removeItem(atPath: "\(folder)/data/spool-keys/\(key)")
        }
        try await TestService.run(in: folder) { service in
            #expect(service.logs.text.contains("spool is lost"))
            let secretary = try await service.staff("thuky", .secretary)
            let round = try #require(try await secretary.rounds().first).round
            let problem = await refusal { _ = try await secretary.vote(round) }
            #expect(problem?.code == "kept-back")
            // The key may only be unmounted: what goes is not known, and that is said before it goes.
            let asked = await refusal { _ = try await secretary.cancel(round, reason: "Mất khóa hòm phiếu") }
            #expect(asked?.warnings.map(\.name) == ["box-unread"])
            try await secretary.cancel(round, reason: "Mất khóa hòm phiếu", acknowledging: ["box-unread"])
            #expect(try await service.voter.status(of: roundID).state == .cancelled)
        }
    }
}
