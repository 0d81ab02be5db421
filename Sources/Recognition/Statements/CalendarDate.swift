public import StrictEncoding

/// A day of the proleptic Gregorian calendar, years 1 to 9999; no clock, no time zone.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let year: Int
    public let month: Int
    public let day: Int

    /// - Throws: `MalformedInput` for a day that is not in the calendar.
    public init(year: Int, month: Int, day: Int) throws(MalformedInput) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.days(in: month, of: year)).contains(day)
        else { throw MalformedInput(.wrongValue, at: "", "a day of the calendar") }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads "2026-12-20", and nothing else.
    /// - Throws: `MalformedInput`.
    public init(parsing text: String) throws(MalformedInput) {
        let characters = Array(text.utf8)
        let fields = [0..<4, 5..<7, 8..<10]
        guard characters.count == 10, characters[4] == UInt8(ascii: "-"), characters[7] == UInt8(ascii: "-"),
            fields.joined().allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(characters[$0]) })
        else { throw MalformedInput(.syntax, at: "", "a date as 2026-12-20") }
        let numbers = fields.map { $0.reduce(0) { $0 * 10 + Int(characters[$1] - UInt8(ascii: "0")) } }
        try self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    /// "2026-12-20"
    public var description: String { "\(Self.padded(year, to: 4))-\(Self.padded(month))-\(Self.padded(day))" }

    /// "ngày 05 tháng 01 năm 2026": days below 10 and months 1 and 2 with a leading zero (36-HD/VPTW of 2018).
    public var vietnamese: String {
        "ngày \(Self.padded(day)) tháng \(month < 3 ? Self.padded(month) : "\(month)") năm \(year)"
    }

    public static func < (one: CalendarDate, other: CalendarDate) -> Bool {
        (one.year, one.month, one.day) < (other.year, other.month, other.day)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func padded(_ number: Int, to width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension JSONReader {
    /// The value as a `CalendarDate`.
    /// - Throws: `MalformedInput`.
    public func calendarDate() throws(MalformedInput) -> CalendarDate {
        let text = try string(maximum: 10)
        do {
            return try CalendarDate(parsing: text)
        } catch {
            throw error.inside(place)
        }
    }
}
