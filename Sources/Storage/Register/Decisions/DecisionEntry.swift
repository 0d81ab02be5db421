/// A decision in the register.
public struct DecisionEntry: Hashable, Sendable {
    public let claim: DecisionClaim

    /// Its place among the authority's decisions of the year, from 1, without gaps.
    public let number: Int
    public let paper: DecisionPaper

    public init(claim: DecisionClaim, number: Int, paper: DecisionPaper) {
        self.claim = claim
        self.number = number
        self.paper = paper
    }
}
