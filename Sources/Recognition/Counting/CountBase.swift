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
