import SecretBallot
import Storage
import StrictEncoding

/// What the pages of one round are filled with: all that the API tells the staff, and what only people need.
struct RoundOverview: Sendable {
    let desk: RoundDesk
    let member: StaffMember

    func json() async throws -> JSONValue {
        let entry = try await desk.entry()
        let steps = try await desk.pastSteps()
        let life = RoundLife(entry: entry, steps: steps)
        return try await desk.detail(for: member, after: steps)
            .adding("life", life.json)
            .adding("quorum", try await Quorum.of(desk)?.json ?? .null)
            .adding("ready", try await readiness())
            .adding("slipsExpected", try await slipsExpected())
            .adding("relayLines", try await relayLines())
            .adding("allIssued", .bool(try await isIssuedToAll()))
            .adding("boardSigned", .bool(try await isSignedByBoard()))
            .adding("isLost", .bool(isLost(entry.state)))
            .adding("isCancellable", .bool(isCancellable(entry.state)))
            .adding("cancelling", ["warnings": .array(desk.warningsBeforeCancelling(after: steps).map(\.json))])
            .adding("cancellation", try await cancellation())
    }

    /// What the draft has and lacks, in the order in which it is put together.
    private func readiness() async throws -> JSONValue {
        let units = try await desk.draftUnits()
        let voters = try await desk.draftVoters()
        let board = try await desk.draftBoard()
        let (eligible, withoutKey) = (units.count { $0.failures.isEmpty }, voters?.withoutKey ?? 0)
        let members = voters?.entries.count ?? 0
        let isKeyed = members > 0 && withoutKey == 0
        return [
            "units": [
                "done": .bool(eligible > 0), "count": .integer(units.count), "eligible": .integer(eligible),
                "ineligible": .integer(units.count - eligible),
            ],
            "members": ["done": .bool(members > 0), "count": .integer(members)],
            "cards": ["done": .bool(isKeyed), "missing": .integer(withoutKey)],
            "board": [
                "done": .bool(board != nil),
                "name": (board?.members.map(\.name).joined(separator: ", ")).map(JSONValue.string) ?? .null,
            ],
            "all": .bool(eligible > 0 && isKeyed && board != nil),
        ]
    }

    /// One slip for each contest from everybody who has tokens.
    private func slipsExpected() async throws -> JSONValue? {
        guard try await desk.entry().roundID != nil, let turnout = try await desk.turnout() else { return nil }
        return .integer(turnout.issued * (try await desk.manifest().contests.count))
    }

    /// The frozen round's relays, and what each has said.
    private func relayLines() async throws -> JSONValue? {
        guard try await desk.entry().roundID != nil else { return nil }
        return try await RelayLines(of: desk).json
    }

    /// Whether the meeting can go on to vote: everybody here has tokens, and they are enough.
    private func isIssuedToAll() async throws -> Bool {
        guard let turnout = try await desk.turnout(), try await Quorum.of(desk)?.isReached == true else { return false }
        return turnout.present > 0 && turnout.issued == turnout.present
    }

    private func isSignedByBoard() async throws -> Bool {
        guard try await desk.entry().roundID != nil else { return false }
        return try await desk.boardDocument().isComplete(in: try await desk.manifest())
    }

    private func isCancellable(_ state: String) -> Bool {
        RoundState(rawValue: state).map { Right.cancel.row.due?.contains($0) == true } ?? false
    }

    /// Whether the round should be live and is not.
    private func isLost(_ state: String) -> Bool {
        RoundState(rawValue: state)?.isLive == true && desk.live == nil
    }

    private func cancellation() async throws -> JSONValue? {
        guard let bytes = try await desk.document(.cancellation) else { return nil }
        return try JSONReader(parsing: bytes, as: "cancellation", limit: 64 << 10).value
    }
}
