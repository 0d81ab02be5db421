import Recognition
import SecretBallot
import Storage
import StrictEncoding
import Synchronization

/// A round as people see it.
extension RoundDesk {
    func turnout() async throws -> Turnout? {
        if let live { return live.turnout }
        return try await document(.turnout).map { bytes in try Turnout(stored: bytes) }
    }

    /// What the room's screen and any device may know.
    func publicStatus() async throws -> JSONValue {
        let (entry, manifest) = (try await entry(), try await manifest())
        let value: JSONValue = [
            "roundID": .bytes(manifest.roundID.bytes), "title": .string(entry.title), "state": .string(entry.state),
            "contests": .integer(manifest.contests.count), "steps": Self.list(try await pastSteps()),
        ]
        return value.adding("turnout", try await turnout()?.json ?? .null)
            .adding("closedAt", try await closedAt().map(JSONValue.integer) ?? .null)
            .adding("relays", try await relayList(of: manifest))
            .adding("finders", try await finders(for: nil)?.json ?? .null)
            .adding("mix", try await mix(for: nil)?.json ?? .null)
    }

    private func closedAt() async throws -> Int? {
        try await pastSteps().first { $0.state == RoundState.closing.rawValue }?.at
    }

    func summary() async throws -> JSONValue { Self.summary(of: try await entry()) }

    static func summary(of entry: RoundEntry) -> JSONValue {
        [
            "round": .string(entry.id), "roundID": entry.roundID.map(JSONValue.bytes) ?? .null,
            "state": .string(entry.state), "kind": .string(entry.kind), "title": .string(entry.title),
            "year": .integer(entry.year), "createdAt": .integer(entry.createdAt),
        ]
    }

    /// All that the staff see while they run the round.
    func detail(for member: StaffMember) async throws -> JSONValue {
        try await detail(for: member, after: pastSteps())
    }

    func detail(for member: StaffMember, after steps: [RoundStep]) async throws -> JSONValue {
        let voters = try await draftVoters()?.entries ?? []
        let marks = try await tools.register.attendance(of: name)
        let (warnings, issued) = (try await openWarnings(for: member, after: steps), try await issuedVoters())
        return
            try await summary()
            .adding("draft", try await draft().json)
            .adding("units", .array(try await draftUnits().map(Self.unit)))
            .adding("voters", .array(voters.map { Self.voter($0, marks, issued: issued) }))
            .adding("board", try await draftBoard()?.json ?? .null)
            .adding("relays", try await relays())
            .adding("boardPlan", try await boardPlanView() ?? .null)
            .adding("freezing", held.withLock(\.freezing)?.json ?? .null)
            .adding("freezeSignatures", .integer(try await boardDocument().freeze.count))
            .adding("turnout", try await turnout()?.json ?? .null)
            .adding("finders", try await finders(for: member)?.json ?? .null)
            .adding("mix", try await mix(for: member)?.json ?? .null)
            .adding("steps", Self.list(steps))
            .adding("roundCode", try await roundCode().map(JSONValue.string) ?? .null)
            .adding("warnings", .array(warnings.map(\.json)))
            .adding("notices", .array(try await notices().map(\.json)))
    }

    /// As the draft names them; of a frozen round with what they said.
    private func relays() async throws -> JSONValue {
        guard try await entry().roundID != nil else { return .array(try await draftRelays().map(\.json)) }
        return try await relayList(of: try await manifest())
    }

    static func unit(_ unit: Unit, _ failures: [UnitFailure]) -> JSONValue {
        unit.json.adding("eligible", .bool(failures.isEmpty)).adding("failures", .array(failures.map(\.json)))
    }

    /// Who has tokens: the roll call says so while the round is live, the roll afterwards.
    func issuedVoters() async throws -> Set<ExactText> {
        if let live { return live.rollCall.issued }
        return Set(try await roll().map { ExactText($0.voter) })
    }

    /// The sealed roll's lines; none before the sealing.
    func roll() async throws -> [RollEntry] {
        guard let roll = try await document(.roll) else { return [] }
        let version = try await manifest().version
        return try await tools.lanes.records.run { try IssuanceRoll(roll, in: version).entries }
    }

    private static func voter(
        _ entry: DraftVoters.Entry, _ marks: [String: AttendanceMark], issued: Set<ExactText>
    ) -> JSONValue {
        let value: JSONValue = ["id": .string(entry.id), "name": .string(entry.name)]
        return
            value
            .adding("position", entry.position.map(JSONValue.string))
            .adding("credentialKey", entry.credentialKey.map { .bytes($0.bytes) } ?? .null)
            .adding("mark", .string((marks[entry.id] ?? .absent).rawValue))
            .adding("issued", .bool(issued.contains(ExactText(entry.id))))
    }

    private static func list(_ steps: [RoundStep]) -> JSONValue {
        .array(steps.map { ["state": .string($0.state), "at": .integer($0.at)] })
    }
}
