import Foundation
import Recognition

extension CalendarDate {
    /// The day that it is in Vietnam (UTC+7) at an instant.
    /// - Parameter seconds: since 1970 (UTC).
    /// - Throws: `MalformedInput` beyond the years 1 to 9999.
    init(inVietnamAt seconds: Int) throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 7 * 3600) ?? .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: Date(timeIntervalSince1970: Double(seconds)))
        try self.init(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
    }
}

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
