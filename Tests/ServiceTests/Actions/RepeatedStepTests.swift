import Client
import SecretBallot
import Storage
import StrictEncoding
import Testing

@testable import Service

/// A step whose answer was lost is asked for again, perhaps when others have gone on: it is the same success, and
/// changes and journals nothing (docs/protocol.md, States).
@Suite struct RepeatedStepTests {
    /// A step with the body with which it was taken, and the state that it led to, or in which it was taken.
    private struct Step: Sendable {
        let method: String
        let path: String
        let role: Role
        let since: Stage
        let body: @Sendable (TestRound) async throws -> JSONValue

        init(
            _ method: String, _ path: String, _ role: Role, since: Stage,
            _ body: @escaping @Sendable (TestRound) async throws -> JSONValue = { _ in [:] }
        ) {
            (self.method, self.path, self.role, self.since, self.body) = (method, path, role, since, body)
        }
    }

    private static let steps = [
        Step("POST", "freeze", .secretary, since: .frozen),
        Step("POST", "freeze-signatures", .board, since: .frozen) { round in
            try FreezeSignature(member: 0, of: round.roundID, signedBy: round.memberKey).json
        },
        Step("PUT", "presence", .secretary, since: .frozen) { round in
            ["marks": .array(round.codes.indices.map { ["voter": .string(round.voterID($0)), "mark": "present"] })]
        },
        Step("POST", "issuing", .secretary, since: .issuing),
        Step("POST", "voting", .secretary, since: .voting),
        Step("POST", "closing", .secretary, since: .closing),
        Step("POST", "seal", .secretary, since: .sealed),
        Step("POST", "open", .board, since: .opened) { round in
            try await BoardShare(
                member: 0, share: round.boardKey.scalar,
                for: round.service.voter.seal(of: round.manifest).seal, signedBy: round.memberKey
            ).json
        },
        Step("POST", "minutes-signatures", .board, since: .opened) { round in
            let seal = try await round.service.voter.seal(of: round.manifest).seal
            let tallies = try await round.board.results(of: round.name).tallies
            return try MinutesSignature(member: 0, counting: tallies, of: seal, signedBy: round.memberKey).json
        },
        Step("POST", "certify", .secretary, since: .certified),
    ]

    @Test(arguments: Stage.life.dropFirst())
    func eachStepAgainIsTheSameSuccess(stage: Stage) async throws {
        try await PreparedRound.run(.frozen) { round in
            try await round.reach(stage)
            let taken = Self.steps.filter { Set<Stage>.since($0.since).contains(stage) }
            // The minutes are signed only here: the second time is the repetition.
            for _ in 0..<2 {
                for step in taken { try await Self.take(step, round) }
            }
            let (detail, journal) = (try await round.detail, try await Self.journal(round))
            for step in taken { try await Self.take(step, round) }
            #expect(try await round.detail == detail)
            #expect(try await Self.journal(round) == journal)
            #expect(journal.count == Set(journal).count, "no step is in the journal twice: \(journal)")
        }
    }

    private static func take(_ step: Step, _ round: TestRound) async throws {
        let answer = try await round.service.call(
            step.method, "\(round.staffPath)/\(step.path)", step.body(round).encoded(), as: step.role)
        #expect((200..<300).contains(answer.status), "\(step.path): \(answer.text)")
    }

    private static func journal(_ round: TestRound) async throws -> [String] {
        try await PreparedStaff.client(.admin, round.service).journal().map { "\($0.account ?? "") \($0.action)" }
    }

    /// The same on pages, where a browser sends a form again.
    @Test(arguments: Stage.life.dropFirst())
    func eachFormAgainIsTheSameSuccess(stage: Stage) async throws {
        let forms: [(Stage, KeyValuePairs<String, String>, String)] = [
            (.frozen, ["step": "freeze", "confirmation": "chốt"], ""), (.issuing, ["step": "issuing"], ""),
            (.voting, ["step": "voting", "confirmation": "mở bỏ phiếu"], ""),
            (.closing, ["step": "closing", "confirmation": "kết thúc bỏ phiếu"], ""),
            (.sealed, ["step": "seal", "confirmation": "niêm phong"], ""),
            (.certified, ["confirmation": "công bố"], "results"), (.frozen, ["all": "1"], "presence"),
        ]
        try await PreparedRound.run(.frozen) { round in
            try await round.reach(stage)
            let (detail, journal) = (try await round.detail, try await Self.journal(round))
            for (since, form, page) in forms where Set<Stage>.since(since).contains(stage) {
                let answer = try await round.visitor(.secretary).send(form, to: page)
                #expect(answer.status == 303, "\(form) at \(stage)")
            }
            #expect(try await round.detail == detail)
            #expect(try await Self.journal(round) == journal)
        }
    }

    @Test func aFoundSignatureAgainIsTheSameSuccess() async throws {
        try await PreparedRound.run(.voting) { round in
            let device = try await round.vote(0, [Choice](repeating: .first, count: 8))
            let seal = try await round.seal([device])
            for stage in [Stage.sealed, .opened, .certified] {
                if stage == .opened { try await round.open(seal) }
                if stage == .certified { try await round.secretary.certify(round.name, acknowledging: ["unanimous"]) }
                let boxes = try await round.service.voter.boxes(of: round.manifest)
                let entry = try device.find(
                    in: boxes, roll: try await round.service.voter.roll(of: round.manifest), of: seal)
                #expect(try await round.service.voter.found(entry, in: round.roundID) == 1)
            }
        }
    }

    /// What differs from what stands is no repetition.
    @Test func anotherMarkIsRefusedOnceTheBoxIsSealed() async throws {
        try await PreparedRound.run(.voting) { round in
            _ = try await round.seal([])
            for (voter, mark) in [("uv-1", PresenceMark.absent), ("uv-1", .excused), ("uv-99", .absent)] {
                let problem = await refusal {
                    try await round.secretary.setPresence([("uv-2", .present), (voter, mark)], of: round.name)
                }
                #expect(problem?.code == "wrong-state" && problem?.state == "sealed", "\(voter) \(mark)")
            }
        }
    }
}
