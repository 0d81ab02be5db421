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
