public import Recognition

/// When and where the ballot was held.
public struct Meeting: Hashable, Sendable {
    public let date: CalendarDate

    /// "Hội trường Ủy ban nhân dân xã Bum Tở"
    public let place: String

    public init(date: CalendarDate, place: String) {
        self.date = date
        self.place = place
    }
}
