import Recognition
import StrictEncoding

/// What the round decided: one unit fails for want of votes, one for want of valid slips, the others pass.
extension SampleRound {
    /// Stands where a SHA-256 would.
    static let digest = (0..<32).map { UInt8(truncatingIfNeeded: $0 * 37 + 11) }

    private static let unitShortOfVotes = 4
    private static let unitShortOfSlips = 7

    var counts: RoundCounts { get throws { try RoundCounts(summoned: 14, present: 13, issued: 13) } }

    var outcomes: RoundOutcomes {
        get throws {
            let criteria = profile.criteria.map(\.value)
            let contests = 0..<units.count * criteria.count
            let tallies = try contests.map { contest in
                let (unit, criterion) = contest.quotientAndRemainder(dividingBy: criteria.count)
                return try ContestTally(contest: contest, counts: Self.slips(unit: unit, criterion: criterion))
            }
            return try RoundOutcomes(
                of: .recognition, rules: profile.rules, units: units, criteria: criteria, tallies: tallies,
                counts: counts)
        }
    }

    /// One for each unit that passed, all of one number: a decision on one unit takes the first.
    var statements: [DecisionStatement] {
        get throws {
            let context = DecisionContext(
                authority: authority, year: year, profile: profile,
                guidance: try GuidanceReference(id: profile.id, sha256: Self.digest),
                round: try RoundReference(roundID: Self.digest, boxRoot: Self.digest), signer: signer)
            let outcomes = try outcomes
            return try outcomes.units.filter(\.passed).map { outcome in
                try .draft(for: outcome.unit.id, in: outcomes, context: context, number: number, date: decisionDate)
            }
        }
    }

    /// Of the 13 slips of one contest; 8 are needed.
    private static func slips(unit: Int, criterion: Int) throws -> SlipCounts {
        switch (unit, criterion) {
        case (unitShortOfVotes, 1): return try SlipCounts(first: 7, second: 5, blank: 1, invalid: 0)
        case (unitShortOfSlips, 2): return try SlipCounts(first: 6, second: 1, blank: 5, invalid: 1)
        default:
            let others = (unit * 3 + criterion) % 4
            return try SlipCounts(first: 13 - others, second: (others + 1) / 2, blank: others / 2, invalid: 0)
        }
    }
}
