import StrictEncoding

/// How one unit fared on one criterion.
public struct CriterionVerdict: Hashable, Sendable {
    public let criterion: Criterion
    public let counts: SlipCounts

    /// Valid slips against the turnout rule.
    public let turnout: RuleVerdict

    /// Slips for the first choice against the approval rule.
    public let approval: RuleVerdict

    init(criterion: Criterion, counts: SlipCounts, rules: BallotRules, round: RoundCounts) {
        self.criterion = criterion
        self.counts = counts
        turnout = rules.turnout.verdict(count: counts.valid, over: round.size(of: rules.turnout.base, in: counts))
        approval = rules.approval.verdict(count: counts.first, over: round.size(of: rules.approval.base, in: counts))
    }

    /// Whether turnout and approval hold; attendance, which the round has once, is the outcome's.
    public var holds: Bool { turnout.holds && approval.holds }

    var json: JSONValue {
        let head: [JSONValue.Member] = [.init("criterion", .string(criterion.id))]
        let verdicts: [JSONValue.Member] = [
            .init("turnout", .bool(turnout.holds)), .init("turnoutCount", turnout.json),
            .init("approval", .bool(approval.holds)), .init("approvalCount", approval.json),
        ]
        return .object(head + counts.jsonMembers + verdicts)
    }
}
