import StrictEncoding

/// How one unit fared in a round, and why.
public struct UnitOutcome: Hashable, Sendable {
    public let unit: Unit

    /// The round's attendance, the same for every unit.
    public let attendance: RuleVerdict

    /// One verdict per criterion, in the round's order.
    public let criteria: [CriterionVerdict]

    /// Whether attendance and every criterion hold: the unit is recognised or, in an annulment round, its recognition
    /// is annulled.
    public var passed: Bool { attendance.holds && !criteria.isEmpty && criteria.allSatisfy(\.holds) }

    /// Why the unit did not pass; empty if it did. A criterion without a turnout quorum is not also said to be short
    /// of votes: it was not decided.
    public var failures: [OutcomeFailure] {
        let absence = attendance.holds ? [] : [failure(.noAttendanceQuorum, nil, attendance)]
        return absence
            + criteria.filter { !$0.holds }.map { verdict in
                verdict.turnout.holds
                    ? failure(.votesShort, verdict.criterion, verdict.approval)
                    : failure(.noTurnoutQuorum, verdict.criterion, verdict.turnout)
            }
    }

    private func failure(
        _ reason: OutcomeFailure.Reason, _ criterion: Criterion?, _ verdict: RuleVerdict
    ) -> OutcomeFailure {
        OutcomeFailure(reason: reason, criterion: criterion, verdict: verdict)
    }

    var json: JSONValue {
        [
            "unit": .string(unit.id), "criteria": .array(criteria.map(\.json)), "passed": .bool(passed),
            "failures": .array(failures.map(\.json)),
        ]
    }
}
