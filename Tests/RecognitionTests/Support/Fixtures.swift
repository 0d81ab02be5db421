import Recognition
import StrictEncoding

func reader(_ json: String, as name: String = "x") throws -> JSONReader {
    try JSONReader(parsing: Array(json.utf8), as: name, limit: 1 << 20)
}

func rule(_ comparison: Threshold.Comparison, _ n: Int, _ d: Int, of base: CountBase) throws -> CountingRule {
    CountingRule(Threshold(comparison, try Fraction(n, d)), of: base)
}

/// Two thirds of the summoned attend; more than half of them vote validly, and approve.
func usualRules() throws -> BallotRules {
    try BallotRules(
        attendance: rule(.atLeast, 2, 3, of: .summoned),
        turnout: rule(.moreThan, 1, 2, of: .summoned),
        approval: rule(.moreThan, 1, 2, of: .summoned)
    )
}

func cell(_ number: Int, kind: UnitKind = .subordinateCell) throws -> Unit {
    try Unit(id: "cb-\(number)", name: "Chi bộ \(number)", kind: kind)
}

func tally(_ contest: Int, _ first: Int, _ second: Int, blank: Int = 0, invalid: Int = 0) throws -> ContestTally {
    try ContestTally(
        contest: contest, counts: SlipCounts(first: first, second: second, blank: blank, invalid: invalid))
}

/// Outcomes of one unit whose four criteria had the given votes for, of `issued` slips, the rest being against.
func outcomes(
    _ kind: RoundKind = .recognition,
    votes: [Int],
    summoned: Int = 14,
    present: Int = 13,
    unit: Unit? = nil
) throws -> RoundOutcomes {
    try RoundOutcomes(
        of: kind,
        rules: usualRules(),
        units: [unit ?? cell(1)],
        criteria: kind == .annulment ? [.annulment] : Criterion.four,
        tallies: votes.enumerated().map { try tally($0, $1, present - $1) },
        counts: RoundCounts(summoned: summoned, present: present, issued: present)
    )
}

func profile(_ id: String) throws -> GuidanceProfile {
    guard let profile = try GuidanceProfile.bundled(id) else { throw MalformedInput(.wrongValue, at: id) }
    return profile
}
