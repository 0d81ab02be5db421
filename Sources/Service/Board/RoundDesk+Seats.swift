import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// A board of several as its members' devices see it, and the desk.
extension RoundDesk {
    /// All that a device at a seat needs in order to go on.
    func view(for seat: Seat) async throws -> JSONValue {
        let (entry, plan) = (try await entry(), try await boardPlan())
        guard let plan else { throw Problem(.wrongInvitation) }
        let isSealed = entry.state == RoundState.sealed.rawValue
        let warnings = isSealed ? try await warningsBeforeOpening(after: pastSteps()) : []
        let value: JSONValue = ["round": Self.summary(of: entry), "place": .integer(seat.place)]
        return try await view(of: plan, in: entry.state, after: value)
            .adding("roundID", entry.roundID.map(JSONValue.bytes) ?? .null)
            .adding("manifest", .bool(entry.roundID != nil))
            .adding("warnings", .array(warnings.map(\.json)))
            .adding("ceremony", plan.ceremony?.ceremony.json)
            .adding("commitments", (plan.ceremony?.allCommitments?.map(\.json)).map(JSONValue.array))
            .adding("messages", (plan.ceremony?.allMessages?.map(\.json)).map(JSONValue.array))
            .adding(
                "certifications", (plan.ceremony?.allCertifications?.map(JSONValue.bytes)).map(JSONValue.array)
            )
            .adding("transcript", (plan.ceremony?.transcript?.bytes).map(JSONValue.bytes))
            .adding("evidence", plan.ceremony?.evidence?.json)
    }

    /// What of it the staff see while they run the round; nil where no board of several is planned.
    func boardPlanView() async throws -> JSONValue? {
        guard let plan = try await boardPlan() else { return nil }
        return try await view(of: plan, in: state().rawValue, after: [:])
    }

    private func view(of plan: BoardPlan, in state: String, after value: JSONValue) async throws -> JSONValue {
        let members = try await members(of: plan, in: state)
        return
            value
            .adding("threshold", .integer(plan.threshold))
            .adding("attempt", .integer(plan.attempt))
            .adding("members", .array(members))
            .adding("findings", .array(plan.findings.map(\.json)))
            .adding("finding", plan.finding?.json)
    }

    /// Who has done what.
    private func members(of plan: BoardPlan, in state: String) async throws -> [JSONValue] {
        let progress = plan.ceremony?.progress
        let signed = state == RoundState.draft.rawValue ? [:] : try await signedStages()
        return plan.seats.enumerated().map { place, seat in
            [
                "name": .string(seat.name), "registered": .bool(seat.registration != nil),
                "committed": .bool(progress?.committed.contains(place) ?? false),
                "dealt": .bool(progress?.dealt.contains(place) ?? false),
                "certified": .bool(progress?.certified.contains(place) ?? false), "proved": .bool(seat.isProved),
                "frozen": .bool(signed[.freeze]?.contains(place) ?? false),
                "shared": .bool(signed[.open]?.contains(place) ?? false),
                "minuted": .bool(signed[.minutes]?.contains(place) ?? false),
            ]
        }
    }

    private func signedStages() async throws -> [BoardStage: Set<Int>] {
        var signed: [BoardStage: Set<Int>] = [:]
        for stage in BoardStage.allCases {
            signed[stage] = Set(try await tools.register.boardSignatures(at: stage, in: name).keys)
        }
        return signed
    }
}
