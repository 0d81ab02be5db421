public import StrictEncoding

/// The count of one contest.
public struct ContestTally: Hashable, Sendable {
    /// The contest's place in the round: criterion `contest mod K` of unit `contest div K`.
    public let contest: Int
    public let counts: SlipCounts

    /// - Throws: `MalformedInput` for a contest that is not a u32.
    public init(contest: Int, counts: SlipCounts) throws(MalformedInput) {
        guard (0...Int(UInt32.max)).contains(contest) else {
            throw MalformedInput(.outOfRange, at: "contest", "0 to \(UInt32.max)")
        }
        self.contest = contest
        self.counts = counts
    }
}

extension ContestTally {
    /// Reads `{"contest", "collected", "first", "second", "blank", "invalid"}`.
    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["contest"] + SlipCounts.memberNames)
        contest = try object.member("contest").integer(in: 0...Int(UInt32.max))
        counts = try SlipCounts(among: object)
    }

    public var json: JSONValue { .object([.init("contest", .integer(contest))] + counts.jsonMembers) }
}
