/// Which decisions are looked for; nil stands for any.
public struct DecisionFilter: Hashable, Sendable {
    public var round: String?
    public var unit: String?

    /// Of the authority's register.
    public var year: Int?

    /// As printed.
    public var numberText: String?
    public var kind: DecisionClaim.Kind?

    public init(
        round: String? = nil, unit: String? = nil, year: Int? = nil, numberText: String? = nil,
        kind: DecisionClaim.Kind? = nil
    ) {
        self.round = round
        self.unit = unit
        self.year = year
        self.numberText = numberText
        self.kind = kind
    }
}
