import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// Who is here against who must be, as the gauge shows it.
struct Quorum: Sendable {
    private let turnout: Turnout
    private let verdict: RuleVerdict

    /// - Throws: `MalformedInput` if the counts contradict each other.
    init(_ turnout: Turnout, by rules: BallotRules) throws(MalformedInput) {
        self.turnout = turnout
        verdict = rules.attendance(
            in: try RoundCounts(summoned: turnout.summoned, present: turnout.present, issued: turnout.issued))
    }

    /// - Returns: nil before the round is frozen, and where its counts are lost.
    static func of(_ desk: RoundDesk) async throws -> Quorum? {
        guard try await desk.entry().roundID != nil, let turnout = try await desk.turnout() else { return nil }
        return try Quorum(turnout, by: try await desk.manifest().rules)
    }

    var isReached: Bool { verdict.holds }

    /// The counts, the verdict, and the gauge: `share` in hundredths of those summoned, `angle` of the line that must be
    /// reached, in degrees of the half circle.
    var json: JSONValue {
        turnout.json
            .adding("needed", verdict.needed.map(JSONValue.integer))
            .adding("short", .integer(verdict.short ?? 0))
            .adding("holds", .bool(verdict.holds))
            .adding("share", .integer(hundredths(turnout.present)))
            .adding("angle", .integer(hundredths(verdict.needed ?? turnout.summoned) * 180 / 100))
    }

    private func hundredths(_ count: Int) -> Int {
        turnout.summoned > 0 ? min(100, count * 100 / turnout.summoned) : 0
    }
}
