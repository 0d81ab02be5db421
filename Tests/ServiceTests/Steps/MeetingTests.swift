import Client
import Recognition
import SecretBallot
import Storage
import StrictEncoding
import Testing

@testable import Service

/// Who is here, and what is said before voting opens.
@Suite struct MeetingTests {
    @Test func presenceIsAllOrNothing() async throws {
        try await PreparedRound.run(.frozen, marks: [:]) { round in
            let unknown = await refusal {
                try await round.secretary.setPresence([("uv-1", .present), ("uv-99", .present)], of: round.name)
            }
            #expect(unknown?.code == "voter-unknown")
            let twice = await refusal {
                try await round.secretary.setPresence([("uv-1", .present), ("uv-1", .absent)], of: round.name)
            }
            #expect(twice?.code == "malformed-request")
            let answer = try await round.service.call(
                "PUT", round.staffPath + "/presence",
                Array(#"{"marks":[{"voter":"uv-1","mark":"present"},{"voter":"uv-2","mark":"ill"}]}"#.utf8),
                as: .secretary)
            #expect(answer.code == "malformed-request")
            #expect(try await round.service.voter.status(of: round.roundID).turnout?.present == 0)
        }
    }

    @Test func theExcusedAreNotSummoned() async throws {
        try await PreparedRound.run(.frozen, marks: [:]) { round in
            let turnout = try await round.secretary.setPresence(
                [("uv-1", .present), ("uv-2", .excused), ("uv-3", .excused)], of: round.name)
            #expect(turnout.summoned == 4 && turnout.present == 1 && turnout.issued == 0)
            let after = try await round.secretary.setPresence([("uv-2", .absent)], of: round.name)
            #expect(after.summoned == 5)
        }
    }

    @Test func whoHasTokensStaysPresent() async throws {
        try await PreparedRound.run(.issuing) { round in
            _ = try await round.device(0)
            let before = try await round.detail
            for mark in [PresenceMark.absent, .excused] {
                let problem = await refusal("\(mark)") {
                    try await round.secretary.setPresence([("uv-2", .absent), ("uv-1", mark)], of: round.name)
                }
                #expect(problem?.code == "presence-fixed" && problem?.status == 409)
            }
            #expect(try await round.detail == before, "uv-2 was not marked either")
            try await round.secretary.setPresence([("uv-1", .present), ("uv-2", .absent)], of: round.name)
        }
    }

    @Test func nobodyIsExcusedOnceVotingIsOpen() async throws {
        try await PreparedRound.run(.voting, marks: [0: .present, 1: .excused]) { round in
            for (voter, mark) in [("uv-3", PresenceMark.excused), ("uv-2", .absent)] {
                let problem = await refusal(voter) {
                    try await round.secretary.setPresence([(voter, mark)], of: round.name)
                }
                #expect(problem?.code == "presence-fixed", "\(voter)")
            }
            let turnout = try await round.secretary.setPresence([("uv-3", .present)], of: round.name)
            #expect(turnout.present == 2 && turnout.summoned == 5)
            _ = try await round.device(2)
        }
    }

    @Test func fewPresentAndNoQuorumAreToBeAcknowledged() async throws {
        try await PreparedRound.run(.issuing, marks: [0: .present, 1: .present]) { round in
            let warnings = try await round.secretary.round(round.name).warnings.map(\.name)
            #expect(Set(warnings) == ["few-present", "no-quorum"])
            for (named, left) in [([], warnings), (["few-present"], ["no-quorum"]), (["no-quorum"], ["few-present"])] {
                let problem = await refusal("\(named)") {
                    try await round.secretary.vote(round.name, acknowledging: named)
                }
                #expect(problem?.code == "unacknowledged-warnings")
                #expect(problem?.warnings.map(\.name) == left)
                for warning in problem?.warnings ?? [] { #expect(!warning.messages.vietnamese.isEmpty) }
            }
            #expect(try await round.service.voter.status(of: round.roundID).state == .issuing)
            try await round.secretary.vote(round.name, acknowledging: ["no-quorum", "few-present"])
        }
    }

    @Test(arguments: [(4, ["few-present"]), (5, [])])
    func fiveAreEnough(present: Int, warnings: [String]) async throws {
        let marks = Dictionary(uniqueKeysWithValues: (0..<present).map { ($0, AttendanceMark.present) })
        try await PreparedRound.run(.issuing, voters: 6, marks: marks) { round in
            let detail = try await round.secretary.round(round.name)
            #expect(detail.warnings.map(\.name) == warnings)
        }
    }
}
