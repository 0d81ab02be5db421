public import Recognition

/// What decisions of recognition rest on, as they cite it.
public struct DecisionGround: Hashable, Sendable {
    /// The guidance: `GuidanceDocument.citation`.
    public let citation: String
    public let ballotDate: CalendarDate

    public init(citation: String, ballotDate: CalendarDate) {
        (self.citation, self.ballotDate) = (citation, ballotDate)
    }
}
