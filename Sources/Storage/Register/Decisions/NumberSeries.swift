/// Within what numbers are given: one authority's register of one year.
public struct NumberSeries: Hashable, Sendable {
    public let authority: String
    public let year: Int

    public init(authority: String, year: Int) { (self.authority, self.year) = (authority, year) }
}
