import Client
import SecretBallot
import StrictEncoding
import Testing

@testable import Service

/// What must be there, and signed, before tokens are issued.
@Suite struct FreezingTests {
    private enum Part: CaseIterable { case units, voters, board }

    /// A draft with all that is asked for but what `change` leaves out.
    private static func draft(
        _ service: TestService, without missing: Part?, units: [UInt8]? = nil, voters: [UInt8]? = nil
    ) async throws -> (StaffClient, String) {
        let secretary = try await service.staff("thuky", .secretary)
        let board = try await service.staff("kiemphieu", .board)
        let name = try await secretary.createRound(TestRound.draft).round
        let codes = try (0..<3).map { _ in try AccessCode.random() }
        if missing != .units { _ = try await secretary.setUnits(units ?? TestRound.units(1), of: name) }
        if missing != .voters { _ = try await secretary.setVoters(voters ?? TestRound.voters(codes), of: name) }
        if missing != .board {
            let member = BoardMember(name: "Trưởng ban", key: SigningKey().publicKey)
            try await board.setBoard(
                CountingBoard(threshold: 1, members: [member], publicKey: SigningKey().publicKey), of: name)
        }
        return (secretary, name)
    }

    private static func expectIncomplete(_ secretary: StaffClient, _ name: String, _ what: String) async throws {
        let problem = await refusal { _ = try await secretary.freeze(name) }
        #expect(problem?.code == "draft-incomplete" && problem?.status == 422, "\(what)")
        #expect(problem?.detail?.contains(what) == true, "\(problem?.detail ?? "")")
        let detail = try await secretary.round(name)
        #expect(detail.summary.state == .draft && detail.freezing == nil)
    }

    @Test func anIncompleteDraftIsNotFrozen() async throws {
        try await TestService.run { service in
            let words: [(Part, String)] = [(.units, "unit"), (.voters, "voters"), (.board, "board")]
            for (part, word) in words {
                let (secretary, name) = try await Self.draft(service, without: part)
                try await Self.expectIncomplete(secretary, name, word)
            }
        }
    }

    @Test func aRoundNeedsAnEligibleUnitAndAKeyForEveryVoter() async throws {
        try await TestService.run { service in
            let header = String(decoding: try TestRound.units(0), as: UTF8.self)
            let poor = header + "\ncb-01,Chi bộ thôn,subordinate-cell,19,9,3,2,13,2,0,0"
            let (secretary, name) = try await Self.draft(service, without: nil, units: Array(poor.utf8))
            try await Self.expectIncomplete(secretary, name, "unit")
            let keyless = Array("id,name\nuv-1,Ủy viên 1".utf8)
            let (_, other) = try await Self.draft(service, without: nil, voters: keyless)
            try await Self.expectIncomplete(secretary, other, "uv-1")
        }
    }

    /// Its keys come out of a ceremony: nobody gives them in.
    @Test func aBoardOfSeveralIsNotGivenIn() async throws {
        try await PreparedRound.run(.draft) { round in
            let members = (1...3).map { BoardMember(name: "Thành viên \($0)", key: SigningKey().publicKey) }
            let board = CountingBoard(threshold: 2, members: members, publicKey: SigningKey().publicKey)
            let problem = await refusal {
                try await round.board.setBoard(board, of: round.name)
            }
            #expect(problem?.code == "malformed-request")
        }
    }

    /// What the manifest is being made of does not change behind it.
    @Test func nothingOfTheDraftChangesWhileItIsFrozen() async throws {
        try await PreparedRound.run(.draft) { round in
            let before = try await round.secretary.round(round.name)
            _ = try await round.secretary.freeze(round.name)
            for step in StaffStep.all where step.method == "PUT" && step.stages == [.draft] {
                let code = try await step.take(round).code
                #expect(["already-freezing", "wrong-state"].contains(code), "\(step)")
            }
            let again = try await round.service.call("POST", round.staffPath + "/freeze", [], as: .secretary)
            #expect(again.status == 202 || again.code == "already-freezing")
            let roundID = try await Self.frozen(round)
            let after = try await round.secretary.round(round.name)
            #expect(after.units == before.units && after.voters == before.voters)
            let manifest = try await round.service.voter.manifest(of: roundID)
            #expect(manifest.voters.map(\.id) == after.voters.map(\.id))
        }
    }

    private static func frozen(_ round: TestRound) async throws -> RoundID {
        while true {
            let progress = try await round.secretary.freezeProgress(of: round.name)
            #expect(progress.failure == nil && progress.done <= progress.total)
            if let roundID = progress.roundID { return roundID }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    @Test func freezingCanBeRepeatedAfterARestart() async throws {
        try await PreparedRound.run(.frozen) { round in
            let progress = try await round.secretary.freeze(round.name)
            #expect(progress.done == 8 && progress.total == 8)
        }
    }

    @Test func tokensWaitForTheBoardsSignature() async throws {
        try await TestService.run { service in
            let (secretary, name) = try await Self.draft(service, without: nil)
            _ = try await secretary.freeze(name, every: .milliseconds(20)) { _ in }
            let problem = await refusal { try await secretary.issue(name) }
            #expect(problem?.code == "freeze-signatures-missing" && problem?.status == 409)
        }
    }

    @Test func onlyAMembersSignatureOfThisRoundCounts() async throws {
        try await PreparedRound.run(.frozen) { round in
            let good = try FreezeSignature(member: 0, of: round.roundID, signedBy: round.memberKey)
            let otherRound = try RoundID([UInt8](repeating: 7, count: 32))
            let bad = [
                FreezeSignature(member: 1, signature: good.signature),
                FreezeSignature(member: 0, signature: good.signature.replacing(5, with: good.signature[5] ^ 1)),
                try FreezeSignature(member: 0, of: round.roundID, signedBy: round.boardKey),
                try FreezeSignature(member: 0, of: otherRound, signedBy: round.memberKey),
            ]
            for signature in bad {
                let problem = await refusal {
                    try await round.board.sign(signature, of: round.name)
                }
                #expect(problem?.code == "freeze-signature" && problem?.status == 403)
            }
            try await round.board.sign(good, of: round.name)
            #expect(try await round.secretary.round(round.name).freezeSignatures == 1)
        }
    }
}
