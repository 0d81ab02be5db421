public import Recognition
public import StrictEncoding

extension Manifest {
    /// The rules of the round over a tally.
    /// - Parameters:
    ///   - tallies: one a contest, in order.
    ///   - issued: to how many voters tokens were issued.
    /// - Throws: `MalformedInput` if the counts contradict each other.
    public func outcomes(_ tallies: [ContestTally], attendance: Attendance, issued: Int)
        throws(MalformedInput) -> RoundOutcomes
    {
        try RoundOutcomes(
            of: terms.kind, rules: terms.rules, units: terms.units, criteria: terms.criteria, tallies: tallies,
            counts: RoundCounts(
                summoned: attendance.summoned, present: attendance.present.count, issued: issued))
    }
}
