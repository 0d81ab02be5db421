public import StrictEncoding

/// One criterion's count, as a decision states it.
public struct CriterionTally: Hashable, Sendable {
    public let criterion: String
    public let counts: SlipCounts

    init(_ verdict: CriterionVerdict) {
        criterion = verdict.criterion.id
        counts = verdict.counts
    }
}

extension CriterionTally {
    /// Reads `{"criterion", "collected", "first", "second", "blank", "invalid"}`.
    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["criterion"] + SlipCounts.memberNames)
        criterion = try object.member("criterion").identifier()
        counts = try SlipCounts(among: object)
    }

    public var json: JSONValue { .object([.init("criterion", .string(criterion))] + counts.jsonMembers) }
}
