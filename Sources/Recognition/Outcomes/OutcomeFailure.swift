import StrictEncoding

/// One reason why a unit did not pass.
public struct OutcomeFailure: Hashable, Sendable {
    public enum Reason: String, CaseIterable, Hashable, Sendable {
        case noAttendanceQuorum = "no-attendance-quorum"
        case noTurnoutQuorum = "no-turnout-quorum"
        case votesShort = "votes-short"
    }

    public let reason: Reason

    /// nil for the attendance, which is the whole round's.
    public let criterion: Criterion?

    /// The rule that does not hold.
    public let verdict: RuleVerdict

    /// `{"reason", "count", "criterion"?, "needed"?, "short"?}`.
    var json: JSONValue {
        let found: JSONValue = ["reason": .string(reason.rawValue), "count": .integer(verdict.count)]
        let placed = found.adding("criterion", criterion.map { .string($0.id) })
        return placed.adding("needed", verdict.needed.map { .integer($0) })
            .adding("short", verdict.short.map { .integer($0) })
    }
}
