import Client
import SecretBallot
import StrictEncoding
import TestSupport
import Testing

@testable import Service

/// Another program holds a database of the living service, as an operator's shell does that was forgotten.
@Suite struct ForeignLockTests {
    @Test func membersVoteAndStaffAreToldToComeAgain() async throws {
        try await PreparedRound.run(.voting) { round in
            let contests = round.manifest.contests.count
            let other = try ForeignWriter(round.service.folder + "/data/phieukin.sqlite")
            #expect(other.isHolding)
            // The box is not the register's, and whoever only looks waits for nobody.
            try await round.vote(0, [Choice](repeating: .first, count: contests))
            try await Self.expectSlips(contests, round)
            let before = try await round.detail
            for _ in 0..<2 { try await Self.expectOverloaded(round) }
            #expect(try await round.detail == before)
            #expect(!round.service.logs.text.contains("request failed"), "it is no fault of the service's")
            #expect(try await round.service.call("GET", "/readyz").status == 503)
            // A sealing that came to nothing has opened the box again.
            try await round.vote(1, [Choice](repeating: .second, count: contests))
            other.letGo()
            round.service.time.advance(by: 5)
            try await Self.expectReady(round.service)
            try await Self.expectSlips(2 * contests, round)
            try await round.secretary.setPresence([(round.voterID(5), .absent)], of: round.name)
            try await round.open(round.seal([]))
        }
    }

    private static func expectSlips(_ count: Int, _ round: TestRound) async throws {
        #expect(try await round.service.voter.status(of: round.roundID).turnout?.slips == count)
        #expect(try await round.service.call("GET", "/rounds/\(round.roundID)/screen").status == 200)
    }

    /// Within the patience of whoever asks: the lock's own is short, and over.
    private static func expectReady(_ service: TestService) async throws {
        while try await service.call("GET", "/readyz").status != 200 { service.time.advance(by: 5) }
    }

    private static func expectOverloaded(_ round: TestRound) async throws {
        let presence: JSONValue = ["marks": [["voter": .string(round.voterID(5)), "mark": "absent"]]]
        let closing: JSONValue = ["acknowledge": ["without-ballot"]]
        let cancel: JSONValue = ["reason": "Hoãn", "acknowledge": ["ballots-destroyed"]]
        let steps = [
            ("PUT", round.staffPath + "/presence", presence), ("POST", round.staffPath + "/closing", closing),
            ("POST", round.staffPath + "/cancel", cancel), ("POST", "/api/v1/staff/rounds", TestRound.draft),
        ]
        for (method, path, body) in steps {
            let answer = try await round.service.call(method, path, body.encoded(), as: .secretary)
            #expect(answer.status == 503 && answer.code == "overloaded", "\(path): \(answer.text)")
            #expect(answer.headers["retry-after"] == "5", "\(path)")
        }
        let signIn = try await LaneHouse.signIn(round.service)
        #expect(signIn.status == 503 && signIn.code == "overloaded")
    }

    /// The spool is the service's alone: nobody can hold up a vote.
    @Test func theSpoolIsLentToNobody() async throws {
        try await PreparedRound.run(.voting) { round in
            let other = try ForeignWriter(round.service.folder + "/data/rounds/\(round.roundID)/spool.sqlite")
            #expect(!other.isHolding)
            other.letGo()
            try await round.vote(0, [Choice](repeating: .first, count: round.manifest.contests.count))
        }
    }
}
