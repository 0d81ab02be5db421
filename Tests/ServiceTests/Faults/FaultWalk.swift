import Testing

@testable import Service

/// Lets storage fail at the first call of a step, at the second, and so on, each time in a copy of one installation.
enum FaultWalk {
    /// - Parameters:
    ///   - authority: puts time stamps on papers; nobody does where nil.
    ///   - step: what is tried while the plan is armed; it may fail.
    ///   - finish: what everybody does next, where the service lives on and after its next start: it leads to the end,
    ///     whatever was reached before, and expects what has to be true by then.
    static func run(
        over template: String, _ kind: FaultPlan.Kind, time: TestTime = TestTime(),
        stamps authority: TrialTimestampAuthority? = nil, _ step: (OpenOffice) async throws -> Void,
        finish: (OpenOffice) async throws -> Void
    ) async throws {
        for call in 1... {
            let plan = FaultPlan()
            try await TestFolder.useCopy(of: template) { folder in
                try await OpenOffice.run(in: folder, faults: plan, time: time, stamps: authority) { office in
                    plan.arm(call, kind)
                    try? await step(office)
                    plan.disarm()
                    // A process that lives on goes on by itself, the same step repeated.
                    if !plan.isDead { try await finish(office) }
                }
                try await OpenOffice.run(in: folder, time: time, stamps: authority) { try await finish($0) }
            }
            guard plan.hasStruck else { return #expect(call > 1) }
        }
    }
}
