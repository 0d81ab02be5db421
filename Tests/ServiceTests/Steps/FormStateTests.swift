import Client
import Testing

@testable import Service

/// Every form of a round's pages at every stage: where it is not due it is refused, where it was taken it is the same
/// success, and neither changes anything; where it is due it is taken.
@Suite struct FormStateTests {
    @Test(arguments: Stage.allCases)
    func formsAreTakenAtTheirStageAlone(stage: Stage) async throws {
        try await Self.run(at: stage) { round in
            try await Self.expectNothingChanges(round, stage)
            for form in StaffForm.leading where form.due.contains(stage) {
                let answer = try await form.send(round)
                #expect(answer.status == form.status, "\(form) at \(stage): \(answer.problem ?? "")")
            }
            // The last of them led on; the keys of a round that is being frozen are waited for.
            if stage == .draft { _ = try await round.secretary.freeze(round.name, every: .milliseconds(20)) { _ in } }
            #expect(try await Self.stage(of: round) == Self.next[stage] ?? stage)
        }
    }

    @Test(arguments: StaffForm.cancel.due)
    func aRoundIsCancelledAtItsStages(stage: Stage) async throws {
        try await Self.run(at: stage) { round in
            #expect(try await StaffForm.cancel.send(round).status == 303)
            #expect(try await Self.stage(of: round) == .cancelled)
            try await Self.expectNothingChanges(round, .cancelled)
        }
    }

    /// By the list of all doors: a form that a page gets has a row in the table of forms.
    @Test func everyFormOfARoundsPagesIsTried() {
        let base = "/desk/rounds/{round}"
        let doors = Doors.all.filter { $0.method == "POST" && $0.path.hasPrefix(base) }.map(\.path)
        let forms = StaffForm.all.map { $0.page.isEmpty ? base : "\(base)/\($0.page)" }
        #expect(doors.count == 10 && Set(doors) == Set(forms))
        #expect(Set(StaffForm.all.map(\.step)) == Set(StepForm.allCases.map(\.rawValue) + [""]))
    }

    // MARK: -

    private static let next: [Stage: Stage] = [
        .draft: .frozen, .frozen: .issuing, .issuing: .voting, .voting: .closing, .closing: .sealed,
        .opened: .certified,
    ]

    private static func expectNothingChanges(_ round: TestRound, _ stage: Stage) async throws {
        let (detail, journal) = (try await round.detail, try await Self.journal(round))
        for form in StaffForm.all where !form.due.union(form.past).contains(stage) {
            let answer = try await form.send(round)
            #expect(answer.status == 409 && answer.problem == "wrong-state", "\(form) at \(stage): \(answer.text)")
        }
        for form in StaffForm.all where form.past.contains(stage) {
            let answer = try await form.send(round)
            #expect(answer.status == form.status, "\(form) at \(stage): \(answer.text)")
        }
        #expect(try await round.detail == detail, "\(stage)")
        #expect(try await Self.journal(round) == journal, "\(stage)")
    }

    private static func journal(_ round: TestRound) async throws -> [String] {
        try await PreparedStaff.client(.admin, round.service).journal().map { "\($0.account ?? "") \($0.action)" }
    }

    private static func stage(of round: TestRound) async throws -> Stage? {
        let state = try await round.secretary.round(round.name).summary.state
        return Stage(rawValue: state.rawValue)
    }

    /// With two units to decide on where the round is certified.
    private static func run(
        at stage: Stage, _ body: @escaping @Sendable (TestRound) async throws -> Void
    ) async throws {
        guard stage != .certified else { return try await CertifiedRound.run { try await body($0.round) } }
        try await PreparedRound.run(stage == .draft ? .draft : .frozen) { round in
            try await round.reach(stage)
            try await body(round)
        }
    }
}
