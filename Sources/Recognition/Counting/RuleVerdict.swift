public import StrictEncoding

/// A rule's answer to one count, with what it was decided from.
public struct RuleVerdict: Hashable, Sendable {
    /// What was counted: those present, valid slips, or slips for the first choice.
    public let count: Int

    /// What the rule's fraction is taken of, and how many that is.
    public let base: CountBase
    public let baseCount: Int

    /// The smallest count for which the rule holds; nil over a base of zero, where none does.
    public let needed: Int?

    public let holds: Bool

    /// How many were missing; nil where no count would have been enough.
    public var short: Int? { needed.map { max(0, $0 - count) } }

    /// `{"count", "of", "base", "needed"}`, the last left out over a base of zero.
    public var json: JSONValue {
        let json: JSONValue = ["count": .integer(count), "of": .string(base.rawValue), "base": .integer(baseCount)]
        return json.adding("needed", needed.map { .integer($0) })
    }
}
