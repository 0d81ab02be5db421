public import Recognition

/// Mẫu 3: the notice of results, with those that achieved and those that did not, and why.
public struct ResultsNoticeForm: Hashable, Sendable {
    public let authority: Authority

    /// "15-TB/ĐU"
    public let number: String
    public let date: CalendarDate
    public let year: Int
    public let ballotDate: CalendarDate
    public let outcomes: RoundOutcomes
    public let signer: Signer

    public init(
        authority: Authority,
        number: String,
        date: CalendarDate,
        year: Int,
        ballotDate: CalendarDate,
        outcomes: RoundOutcomes,
        signer: Signer
    ) {
        self.authority = authority
        self.number = number
        self.date = date
        self.year = year
        self.ballotDate = ballotDate
        self.outcomes = outcomes
        self.signer = signer
    }
}
