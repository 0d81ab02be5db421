import SecretBallot
import TestSupport
import Testing

@testable import Service

/// What anybody is shown of a cancelled round, and what ends it at a relay.
@Suite struct CancellationTests {
    @Test(arguments: [Stage.frozen, .voting, .closing])
    func itIsSignedAndStays(stage: Stage) async throws {
        try await PreparedRound.run(stage == .closing ? .voting : stage) { round in
            if stage == .closing { try await round.reach(.closing) }
            let path = round.voterPath + "/cancellation"
            #expect(try await round.service.call("GET", path).code == "wrong-state")
            round.service.time.advance(by: 60)
            try await round.reach(.cancelled)
            let bytes = try await round.service.call("GET", path).body
            let cancellation = try CancellationDocument(bytes, of: round.manifest).cancellation
            let reason = Hash.digest(Array("Hoãn hội nghị".utf8))
            #expect(cancellation.reasonHash == reason && cancellation.cancelledAt == round.service.time.now)
            round.service.time.advance(by: 60)
            try await round.reach(.cancelled)
            #expect(try await round.service.call("GET", path).body == bytes)
        }
    }

    @Test func aRoundThatIsSealedHasNone() async throws {
        try await PreparedRound.run(.voting) { round in
            try await round.reach(.sealed)
            let answer = try await round.service.call("GET", round.voterPath + "/cancellation")
            #expect(answer.code == "wrong-state")
        }
    }

    @Test func anotherServicesIsRefused() async throws {
        try await PreparedRound.run(.frozen) { round in
            try await round.reach(.cancelled)
            let bytes = try await round.service.call("GET", round.voterPath + "/cancellation").body
            let good = try CancellationDocument(bytes, of: round.manifest)
            let forged = try CancellationDocument(good.cancellation, signedBy: SigningKey())
            let elsewhere = Cancellation(
                cancelledAt: 5, reason: "", of: try RoundID([UInt8](repeating: 1, count: 32)))
            #expect(throws: (any Error).self) { try CancellationDocument(forged.bytes, of: round.manifest) }
            #expect(throws: (any Error).self) { try Cancellation(elsewhere.bytes, of: round.roundID) }
            #expect(try Cancellation(good.cancellation.bytes, of: round.roundID) == good.cancellation)
        }
    }
}
