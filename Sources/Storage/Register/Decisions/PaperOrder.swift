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
