public import StrictEncoding

/// One rule of a ballot: a threshold over a base.
public struct CountingRule: Hashable, Sendable {
    public let threshold: Threshold
    public let base: CountBase

    public init(_ threshold: Threshold, of base: CountBase) {
        self.threshold = threshold
        self.base = base
    }

    /// The rule applied to `count`, its base being `size`.
    func verdict(count: Int, over size: Int) -> RuleVerdict {
        RuleVerdict(
            count: count,
            base: base,
            baseCount: size,
            needed: threshold.needed(of: size),
            holds: threshold.isMet(by: count, of: size)
        )
    }
}

extension CountingRule {
    /// Reads `{"atLeast": [2, 3], "of": "summoned"}` or the same with `moreThan`.
    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["of"], optional: Threshold.memberNames)
        threshold = try Threshold(among: object)
        base = try object.member("of").choice()
    }

    public var json: JSONValue {
        [threshold.comparison.rawValue: threshold.fraction.json, "of": .string(base.rawValue)]
    }
}

/// What a rule's fraction is taken of.
public enum CountBase: String, CaseIterable, Hashable, Sendable {
    /// Voters less those excused for the whole meeting (190-QĐ/TW, as 244-QĐ/TW article 32).
    case summoned
    case present

    /// Voters to whom slips were issued.
    case issued

    /// Slips in one contest's box.
    case collected

    /// Of them, those for the first or the second choice.
    case valid

    /// Whether the base differs from contest to contest; the others are the round's.
    public var isPerContest: Bool { self == .collected || self == .valid }
}
