import Foundation

/// Instants as those who read verdicts write them: Vietnam's time, UTC+7 all year.
enum LocalTime {
    /// What `CalendarDate` holds, too: years 1 to 9999.
    private static let range: ClosedRange<Int64> = -62_135_596_800...253_402_275_599

    /// "20/12/2026 10:20:00 +07:00", as signatures on documents show it.
    static func stamp(_ seconds: Int64) -> String {
        let instant = Date(timeIntervalSince1970: Double(min(max(seconds, range.lowerBound), range.upperBound)))
        let zone = TimeZone(secondsFromGMT: 7 * 3600) ?? .gmt
        let style = Date.VerbatimFormatStyle(
            format: """
                \(day: .twoDigits)/\(month: .twoDigits)/\(year: .padded(4)) \
                \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\
                \(second: .twoDigits) +07:00
                """, timeZone: zone, calendar: Calendar(identifier: .gregorian))
        return style.format(instant)
    }

    /// "2026-12-20 10:20:00 (UTC+7)"; an instant beyond the years 1 to 9999 is written as the last one within.
    static func text(_ seconds: Int64) -> String {
        let instant = Date(timeIntervalSince1970: Double(min(max(seconds, range.lowerBound), range.upperBound)))
        let zone = TimeZone(secondsFromGMT: 7 * 3600) ?? .gmt
        let style = Date.ISO8601FormatStyle(dateTimeSeparator: .space, timeZone: zone)
            .year().month().day().time(includingFractionalSeconds: false)
        return "\(instant.formatted(style)) (UTC+7)"
    }
}
