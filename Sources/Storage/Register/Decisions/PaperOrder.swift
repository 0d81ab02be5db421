/// A paper to be given a number: a decision about one unit, or about several under one number.
public struct PaperOrder: Hashable, Sendable {
    /// The round that it follows from.
    public let round: String
    public let claims: [DecisionClaim]
    public let series: NumberSeries

    /// The least number to take: where a body's register of the year has come before it is kept here.
    public let firstNumber: Int

    public init(round: String, claims: [DecisionClaim], series: NumberSeries, firstNumber: Int = 1) {
        self.round = round
        self.claims = claims
        self.series = series
        self.firstNumber = firstNumber
    }
}

/// Within what numbers are given: one authority's register of one year.
public struct NumberSeries: Hashable, Sendable {
    public let authority: String
    public let year: Int

    public init(authority: String, year: Int) { (self.authority, self.year) = (authority, year) }
}

/// What a paper of a given number says.
public struct PaperText: Hashable, Sendable {
    /// The number with its symbol, as printed.
    public let numberText: String

    /// One for each claim of the order, in its order.
    public let statements: [KeptStatement]

    public init(numberText: String, statements: [KeptStatement]) {
        (self.numberText, self.statements) = (numberText, statements)
    }
}
