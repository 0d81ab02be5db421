import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// How far the newcomer has come: the steps of the latest trial round, each as the round really stands.
struct TrialGuide {
    let office: RoundOffice
    let decisions: DecisionDesk

    /// The latest trial round that was not cancelled; nil where there is none yet.
    func desk() async throws -> RoundDesk? {
        let rounds = try await office.tools.register.rounds()
            .filter { $0.state != RoundState.cancelled.rawValue }.sorted { $0.createdAt > $1.createdAt }
        for entry in rounds {
            let desk = try office.desk(entry.id)
            if try await TrialSample.isTrial(desk.draft()) { return desk }
        }
        return nil
    }

    /// The checklist; null where there is no round yet.
    func json(for member: StaffMember) async throws -> JSONValue {
        guard let desk = try await desk() else { return .null }
        let progress = try await TrialProgress(of: desk, decisions: decisions, member: member)
        let current = TrialStep.allCases.first { !progress.isDone($0) && !$0.isLooking }
        let steps = TrialStep.allCases.map { step in
            Self.line(step, progress, isCurrent: step == current)
        }
        let done = TrialStep.allCases.count { !$0.isLooking && progress.isDone($0) }
        return progress.round
            .adding("steps", .array(steps)).adding("done", .integer(done))
            .adding("total", .integer(TrialStep.allCases.count { !$0.isLooking }))
            .adding("isFinished", .bool(current == nil)).adding("next", current?.title.json ?? .null)
    }

    private static func line(_ step: TrialStep, _ progress: TrialProgress, isCurrent: Bool) -> JSONValue {
        let value: JSONValue = [
            "id": .string(step.rawValue), "title": step.title.json, "text": step.text.json,
            "button": step.button.json, "isDone": .bool(progress.isDone(step)), "isCurrent": .bool(isCurrent),
            "isLooking": .bool(step.isLooking), "isAside": .bool(step.isAside), "isOpen": .bool(progress.isOpen(step)),
        ]
        return value.adding("address", progress.address(of: step).map(JSONValue.string) ?? .null)
    }
}
