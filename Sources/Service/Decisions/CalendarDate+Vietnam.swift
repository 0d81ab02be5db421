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
