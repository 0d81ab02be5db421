import Recognition

extension CalendarDate {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// "05/01/2026", "5 January 2026".
    var text: BilingualText {
        let (day, month) = (Self.twoDigits(day), Self.twoDigits(month))
        return BilingualText("\(day)/\(month)/\(year)", "\(self.day) \(Self.months[self.month - 1]) \(year)")
    }

    private static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
