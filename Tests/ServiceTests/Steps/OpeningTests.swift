import Client
import Recognition
import SecretBallot
import StrictEncoding
import TestSupport
import Testing

@testable import Service

/// Opening, counting and publishing.
@Suite struct OpeningTests {
    private static func sealed(
        _ body: @escaping @Sendable (TestRound, Seal) async throws -> Void
    ) async throws {
        try await PreparedRound.run { round in
            var choices = [Choice](repeating: .first, count: 8)
            try await round.vote(0, choices)
            choices[3] = .second
            let device = try await round.vote(1, choices)
            try await body(round, try await round.seal([device]))
        }
    }

    @Test func onlyTheBoardsShareForThisBoxOpensIt() async throws {
        try await Self.sealed { round, seal in
            let (key, share) = (round.memberKey, round.boardKey.scalar)
            let otherBox = Seal(
                Seal.Parts(
                    boxRoot: round.roundID.bytes, attendanceHash: round.roundID.bytes,
                    rollHash: round.roundID.bytes), of: round.roundID, contestCount: 8)
            let good = try BoardShare(member: 0, share: share, for: seal, signedBy: key)
            let bad = [
                ("another key", try BoardShare(member: 0, share: SigningKey().scalar, for: seal, signedBy: key)),
                ("zero", try BoardShare(member: 0, share: [UInt8](repeating: 0, count: 32), for: seal, signedBy: key)),
                ("signed by another", try BoardShare(member: 0, share: share, for: seal, signedBy: round.boardKey)),
                ("for another box", try BoardShare(member: 0, share: share, for: otherBox, signedBy: key)),
                ("of a member that is not", BoardShare(member: 1, share: share, signature: good.signature)),
            ]
            for (what, share) in bad {
                let problem = await refusal("\(what)") {
                    try await round.board.open(round.name, with: share)
                }
                #expect(problem?.code == "opening" && problem?.status == 422, "\(what)")
                #expect(try await round.service.voter.status(of: round.roundID).state == .sealed)
            }
            try await round.board.open(round.name, with: good)
        }
    }

    @Test func theBoardSignsTheCountAndNoOther() async throws {
        try await Self.sealed { round, seal in
            try await round.open(seal)
            let tallies = try await round.board.results(of: round.name).tallies
            let counted = Array(tallies.dropLast()) + [try ContestTally(contest: 7, counts: tallies[3].counts)]
            let (key, good) = (
                round.memberKey,
                try MinutesSignature(member: 0, counting: tallies, of: seal, signedBy: round.memberKey)
            )
            let bad = [
                ("another count", try MinutesSignature(member: 0, counting: counted, of: seal, signedBy: key)),
                ("another key", try MinutesSignature(member: 0, counting: tallies, of: seal, signedBy: round.boardKey)),
                ("of a member that is not", MinutesSignature(member: 1, signature: good.signature)),
            ]
            for (what, signature) in bad {
                let problem = await refusal("\(what)") {
                    try await round.board.sign(signature, of: round.name)
                }
                #expect(problem?.code == "minutes-signature" && problem?.status == 403, "\(what)")
            }
            for _ in 0..<2 { try await round.board.sign(good, of: round.name) }
            let results = try await round.board.results(of: round.name)
            #expect(results.minutesSignatures == [good])
        }
    }

    @Test(arguments: [
        #"{"member":0,"share":"AAAA","signature":"AAAA"}"#, #"{"member":-1}"#, "{}", "[]", #"{"member":0,"share":7}"#,
    ])
    func aMalformedShareIsRefused(body: String) async throws {
        try await Self.sealed { round, _ in
            let answer = try await round.service.call(
                "POST", round.staffPath + "/open", Array(body.utf8), as: .board)
            #expect(answer.code == "malformed-request" && !answer.text.contains("AAAA"))
        }
    }

    @Test func resultsAreTheStaffsUntilCertified() async throws {
        try await Self.sealed { round, seal in
            try await round.open(seal)
            let results = try await round.secretary.results(of: round.name)
            #expect(results.tallies.map(\.counts.first) == [2, 2, 2, 1, 2, 2, 2, 2])
            for name in ["opening", "tally", "outcomes", "record"] {
                let answer = try await round.service.call("GET", "\(round.voterPath)/\(name)")
                #expect(answer.code == "wrong-state" && answer.state == "opened", "\(name)")
            }
            for call in ["results", "tally"] {
                let method = call == "tally" ? "POST" : "GET"
                #expect(try await round.service.call(method, "\(round.staffPath)/\(call)").status == 401)
            }
        }
    }

    @Test func unanimousContestsAreToBeAcknowledged() async throws {
        try await Self.sealed { round, seal in
            try await round.open(seal)
            let warnings = try await round.secretary.results(of: round.name).warnings
            #expect(warnings.map(\.contest) == [0, 1, 2, 4, 5, 6, 7])
            let problem = await refusal { try await round.board.certify(round.name) }
            #expect(problem?.code == "unacknowledged-warnings" && problem?.warnings.map(\.name) == warnings.map(\.name))
            #expect(try await round.service.voter.status(of: round.roundID).state == .opened)
            try await round.board.certify(round.name, acknowledging: ["unanimous"])
            #expect(try await round.service.call("GET", round.voterPath + "/tally").status == 200)
        }
    }

    /// What was tampered with after sealing is not counted.
    @Test func aChangedBoxIsNotOpened() async throws {
        try await Self.sealed { round, seal in
            let path = TestFolder.boxes(of: round)
            var boxes = try TemporaryFolder.bytes(of: path)
            boxes[boxes.count - 1] ^= 1
            try TemporaryFolder.write(boxes, to: path)
            let problem = await refusal { try await round.open(seal) }
            #expect(problem?.code == "audit-failed" && problem?.status == 500)
            #expect(try await round.service.voter.status(of: round.roundID).state == .sealed)
            boxes[boxes.count - 1] ^= 1
            try TemporaryFolder.write(boxes, to: path)
            try await round.open(seal)
        }
    }
}
