/// Dates (ISO 32000-2, 7.9.4): `D:20260105083000+07'00'`.
enum PDFDate {
    private static let vietnam: Int64 = 7 * 3600
    private static let day: Int64 = 86_400

    /// - Parameter time: in seconds since 1970 (UTC), of the years 0001 to 9999.
    static func encode(_ time: Int64) throws(PDFError) -> PDFObject {
        guard (-62_135_596_800...253_402_275_599).contains(time) else {
            throw .invalidRequest("the time \(time) is not of the years 1 to 9999")
        }
        let local = time + vietnam
        let (date, second) = local.quotientAndRemainder(flooredBy: day)
        let (year, month, dayOfMonth) = civil(from: date)
        let clock = [second / 3600, second / 60 % 60, second % 60]
        let fields = ([month, dayOfMonth] + clock).map { padded($0, 2) }.joined()
        return .string(Array("D:\(padded(year, 4))\(fields)+07'00'".utf8))
    }

    /// Nil unless the date is whole to the second; without a zone it is taken for UTC.
    static func decode(_ bytes: [UInt8]) -> Int64? {
        var rest = bytes[...]
        guard rest.starts(with: Array("D:".utf8)) else { return nil }
        rest.removeFirst(2)
        guard let year = take(4, &rest), let month = take(2, &rest), let dayOfMonth = take(2, &rest),
            let hour = take(2, &rest), let minute = take(2, &rest), let second = take(2, &rest),
            (1...12).contains(month), (1...31).contains(dayOfMonth), hour < 24, minute < 60, second < 60,
            let zone = zone(rest)
        else { return nil }
        return days(year, month, dayOfMonth) * day + hour * 3600 + minute * 60 + second - zone
    }

    private static func zone(_ text: ArraySlice<UInt8>) -> Int64? {
        var rest = text
        guard let sign = rest.popFirst() else { return 0 }
        if sign == UInt8(ascii: "Z") { return 0 }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), let hours = take(2, &rest) else { return nil }
        if rest.first == UInt8(ascii: "'") { rest.removeFirst() }
        let seconds = hours * 3600 + (take(2, &rest) ?? 0) * 60
        return sign == UInt8(ascii: "-") ? -seconds : seconds
    }

    private static func take(_ count: Int, _ text: inout ArraySlice<UInt8>) -> Int64? {
        let digits = text.prefix(count)
        guard digits.count == count, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        text.removeFirst(count)
        return digits.reduce(0) { $0 * 10 + Int64($1 - 48) }
    }

    private static func padded(_ value: Int64, _ width: Int) -> String {
        String(repeating: "0", count: max(0, width - String(value).count)) + String(value)
    }

    /// Days since 1970 of a date of the Gregorian calendar; years begin in March, so that leap days come last.
    private static func days(_ year: Int64, _ month: Int64, _ dayOfMonth: Int64) -> Int64 {
        let (year, month) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
        let (era, ofEra) = year.quotientAndRemainder(flooredBy: 400)
        let ofYear = (153 * month + 2) / 5 + dayOfMonth - 1
        return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    }

    private static func civil(from days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let (era, ofEra) = (days + 719_468).quotientAndRemainder(flooredBy: 146_097)
        let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * year + year / 4 - year / 100)
        let month = (5 * ofYear + 2) / 153
        let dayOfMonth = ofYear - (153 * month + 2) / 5 + 1
        let calendarMonth = month < 10 ? month + 3 : month - 9
        return (year + era * 400 + (calendarMonth <= 2 ? 1 : 0), calendarMonth, dayOfMonth)
    }
}

extension Int64 {
    /// Division towards minus infinity; the remainder is never negative.
    fileprivate func quotientAndRemainder(flooredBy divisor: Int64) -> (Int64, Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
