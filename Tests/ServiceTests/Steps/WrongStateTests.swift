import Client
import SecretBallot
import Testing

@testable import Service

/// Every step at every stage where it is not due.
@Suite struct WrongStateTests {
    @Test(arguments: Stage.allCases)
    func stepsThatAreNotDueChangeNothing(stage: Stage) async throws {
        try await PreparedRound.run(stage == .draft ? .draft : .frozen) { round in
            try await round.reach(stage)
            let before = try await round.detail
            for step in StaffStep.all where !step.stages.contains(stage) {
                let answer = try await step.take(round)
                #expect(answer.status == 409 && answer.code == "wrong-state", "\(step): \(answer.text)")
                #expect(answer.state == stage.rawValue, "\(step)")
            }
            #expect(try await round.detail == before)
        }
    }

    @Test func aCancelledRoundStaysSoHoweverFarItHadCome() async throws {
        for stage in [Stage.draft, .frozen, .issuing, .voting, .closing] {
            try await PreparedRound.run(stage == .closing ? .voting : stage) { round in
                if stage == .closing { try await round.reach(.closing) }
                for _ in 0..<2 { try await round.reach(.cancelled) }
                for step in StaffStep.all where !step.stages.contains(.cancelled) {
                    #expect(try await step.take(round).state == "cancelled", "\(step) after \(stage)")
                }
            }
        }
    }

    /// A draft that nobody signed is cancelled: what is missing is not the point any more.
    @Test func whatIsMissingIsNotSaidOfACancelledRound() async throws {
        try await TestService.run { service in
            let secretary = try await service.staff("thuky", .secretary)
            let name = try await secretary.createRound(TestRound.draft).round
            try await secretary.cancel(name, reason: "Nhầm")
            for step in ["freeze", "issuing", "seal"] {
                let problem = await refusal {
                    switch step {
                    case "freeze": _ = try await secretary.freeze(name)
                    case "issuing": try await secretary.issue(name)
                    default: try await secretary.seal(name)
                    }
                }
                #expect(problem?.code == "wrong-state" && problem?.state == "cancelled", "\(step)")
            }
        }
    }

    /// Which public document comes out when.
    @Test(arguments: [Stage.frozen, .voting, .closing, .sealed, .opened, .certified])
    func documentsComeOutAtTheirStage(stage: Stage) async throws {
        let since: [(stage: Stage, documents: [String])] = [
            (.frozen, ["manifest", "guidance", "board"]),
            (.closing, ["roll"]), (.sealed, ["attendance", "boxes", "seal", "found"]),
            (.certified, ["opening", "tally", "outcomes", "record"]),
        ]
        let order = Stage.allCases
        try await PreparedRound.run(.frozen) { round in
            try await round.reach(stage)
            for (first, documents) in since {
                for document in documents {
                    let answer = try await round.service.call("GET", "\(round.voterPath)/\(document)")
                    let isOut = try #require(order.firstIndex(of: first)) <= #require(order.firstIndex(of: stage))
                    #expect(answer.status == (isOut ? 200 : 409), "\(document) at \(stage)")
                    if !isOut { #expect(answer.state == stage.rawValue) }
                }
            }
        }
    }

    @Test func aRoundThatIsNotFrozenIsNotPublic() async throws {
        try await PreparedRound.run(.draft) { round in
            for path in [round.voterPath, round.voterPath + "/manifest"] {
                let answer = try await round.service.call("GET", path)
                #expect(answer.code == "unknown-round")
            }
        }
    }
}
