public import StrictEncoding

/// How many voters took part in a round.
public struct RoundCounts: Hashable, Sendable {
    /// Voters less those excused for the whole meeting.
    public let summoned: Int
    public let present: Int

    /// Voters to whom slips were issued.
    public let issued: Int

    /// - Throws: `MalformedInput` unless 0 ≤ issued ≤ present ≤ summoned ≤ 2³² − 1.
    public init(summoned: Int, present: Int, issued: Int) throws(MalformedInput) {
        guard (0...Int(UInt32.max)).contains(summoned) else { throw MalformedInput(.outOfRange, at: "summoned") }
        guard (0...summoned).contains(present) else {
            throw MalformedInput(.outOfRange, at: "present", "0 to summoned")
        }
        guard (0...present).contains(issued) else { throw MalformedInput(.outOfRange, at: "issued", "0 to present") }
        self.summoned = summoned
        self.present = present
        self.issued = issued
    }

    /// How many `base` is, in a contest with `slips` where that matters.
    func size(of base: CountBase, in slips: SlipCounts?) -> Int {
        switch base {
        case .summoned: summoned
        case .present: present
        case .issued: issued
        case .collected: slips?.collected ?? 0
        case .valid: slips?.valid ?? 0
        }
    }
}
