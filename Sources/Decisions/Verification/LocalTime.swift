import Foundation
import Recognition

/// Instants as those who read verdicts write them: Vietnam's time, UTC+7 all year.
enum LocalTime {
    /// What `CalendarDate` holds, too: years 1 to 9999.
    private static let range: ClosedRange<Int64> = -62_135_596_800...253_402_275_599

    private static let zone = TimeZone(secondsFromGMT: 7 * 3600) ?? .gmt

    /// "20/12/2026 10:20:00 +07:00", as signatures on documents show it.
    static func stamp(_ seconds: Int64) -> String {
        "\(day(seconds)) \(clock(seconds)) +07:00"
    }

    /// "10:20:00, 20/12/2026 (UTC+7)", "20 December 2026, 10:20:00 (UTC+7)"; an instant beyond the years 1 to 9999 is
    /// written as the last one within.
    static func text(_ seconds: Int64) -> BilingualText {
        let english = write(seconds, "\(day: .defaultDigits) \(month: .wide) \(year: .defaultDigits)")
        return BilingualText(
            "\(clock(seconds)), \(day(seconds)) (UTC+7)", "\(english), \(clock(seconds)) (UTC+7)")
    }

    private static func day(_ seconds: Int64) -> String {
        write(seconds, "\(day: .twoDigits)/\(month: .twoDigits)/\(year: .padded(4))")
    }

    private static func clock(_ seconds: Int64) -> String {
        write(
            seconds,
            """
            \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\
            \(second: .twoDigits)
            """)
    }

    private static func write(_ seconds: Int64, _ format: Date.FormatString) -> String {
        let instant = Date(timeIntervalSince1970: Double(min(max(seconds, range.lowerBound), range.upperBound)))
        let style = Date.VerbatimFormatStyle(
            format: format, locale: Locale(identifier: "en_GB"), timeZone: zone,
            calendar: Calendar(identifier: .gregorian))
        return style.format(instant)
    }
}
