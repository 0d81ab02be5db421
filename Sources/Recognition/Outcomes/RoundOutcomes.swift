public import StrictEncoding

/// What a round decided, unit by unit, recomputed from its tally.
public struct RoundOutcomes: Hashable, Sendable {
    public let kind: RoundKind
    public let attendance: RuleVerdict

    /// In the order of the round's units.
    public let units: [UnitOutcome]

    /// - Parameters:
    ///   - tallies: one per contest, in order: criterion `i mod K` of unit `i div K`, K being the number of criteria.
    ///   - counts: whose `issued` the caller has compared with each box: more slips than voters is the audit's to name.
    /// - Throws: `MalformedInput` if there are no criteria, more than one in an annulment round, or if `tallies` are not
    ///   exactly the contests.
    public init(
        of kind: RoundKind,
        rules: BallotRules,
        units: [Unit],
        criteria: [Criterion],
        tallies: [ContestTally],
        counts: RoundCounts
    ) throws(MalformedInput) {
        try Self.check(kind: kind, units: units, criteria: criteria, tallies: tallies)
        let attendance = rules.attendance(in: counts)
        self.kind = kind
        self.attendance = attendance
        self.units = units.enumerated().map { place, unit in
            let verdicts = criteria.enumerated().map { offset, criterion in
                let slips = tallies[place * criteria.count + offset].counts
                return CriterionVerdict(criterion: criterion, counts: slips, rules: rules, round: counts)
            }
            return UnitOutcome(unit: unit, attendance: attendance, criteria: verdicts)
        }
    }

    public func outcome(of unit: String) -> UnitOutcome? { units.first { $0.unit.id == unit } }

    private static func check(
        kind: RoundKind, units: [Unit], criteria: [Criterion], tallies: [ContestTally]
    ) throws(MalformedInput) {
        guard kind == .annulment ? criteria.count == 1 : !criteria.isEmpty else {
            throw MalformedInput(.wrongLength, at: "criteria", kind == .annulment ? "exactly one" : "at least one")
        }
        guard tallies.count == units.count * criteria.count else {
            throw MalformedInput(.wrongLength, at: "contests", "\(units.count * criteria.count) contests")
        }
        for (index, tally) in tallies.enumerated() where tally.contest != index {
            throw MalformedInput(.wrongValue, at: "contests[\(index)].contest", "\(index)")
        }
    }
}

extension RoundOutcomes {
    /// The outcomes in the record: the verdicts beside the counts, bases and thresholds they were decided from.
    public var json: JSONValue {
        [
            "attendance": .bool(attendance.holds), "attendanceCount": attendance.json,
            "units": .array(units.map(\.json)),
        ]
    }
}
