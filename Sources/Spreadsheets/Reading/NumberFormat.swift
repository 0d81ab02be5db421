/// How a cell's number is shown (ECMA-376 part 1, 18.8.30 and 18.8.31), as far as it changes what a person reads.
enum NumberFormat: Equatable {
    case general

    /// - Parameter prefix: letters that stand right before the digits, "CB" in CB007.
    case fixed(prefix: String, wholeDigits: Int, decimals: ClosedRange<Int>, isPercent: Bool)
    case date
    case dateAndTime
    case time

    /// Hours may be more than a day's.
    case span

    /// The formats that a file need not write out.
    init(builtIn id: Int) {
        switch id {
        case 1, 3: self = .digits(1, 0...0)
        case 2, 4, 39, 40: self = .digits(1, 2...2)
        case 37, 38: self = .digits(1, 0...0)
        case 9: self = .digits(1, 0...0, isPercent: true)
        case 10: self = .digits(1, 2...2, isPercent: true)
        case 14...17, 27...31, 36, 50...54, 57, 58: self = .date
        case 18...21, 32...35, 45, 47, 55, 56: self = .time
        case 22: self = .dateAndTime
        case 46: self = .span
        default: self = .general
        }
    }

    private static func digits(
        _ whole: Int, _ decimals: ClosedRange<Int>, isPercent: Bool = false
    ) -> NumberFormat {
        .fixed(prefix: "", wholeDigits: whole, decimals: decimals, isPercent: isPercent)
    }

    /// - Parameter code: "0.00%", "dd/mm/yyyy", "\"CB\"000"; only its first section, that for numbers above zero, counts.
    init(code: String) {
        let section = FormatSection(code)
        if section.isSpan {
            self = .span
        } else if section.hasDate || section.hasTime {
            self = section.hasDate ? section.hasTime ? .dateAndTime : .date : .time
        } else if let fixed = section.fixed {
            self = fixed
        } else {
            self = .general
        }
    }
}

/// What stands in the first section of a format code.
private struct FormatSection {
    /// Without what is quoted, bracketed or only takes room; the quoted goes to `prefix` while no digit has come.
    private(set) var symbols = ""
    private(set) var prefix = ""
    private(set) var isSpan = false

    init(_ code: String) {
        var rest = Array(code)[...]
        while let character = rest.popFirst(), character != ";" {
            switch character {
            case "\"":
                note(literal: String(rest.prefix { $0 != "\"" }))
                rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\": note(literal: rest.popFirst().map { String($0) } ?? "")
            case "_", "*": _ = rest.popFirst()
            case "[":
                let inside = String(rest.prefix { $0 != "]" }).lowercased()
                isSpan = isSpan || (!inside.isEmpty && inside.allSatisfy { "hms".contains($0) })
                rest = rest.drop { $0 != "]" }.dropFirst()
            default: symbols.append(character)
            }
        }
    }

    /// A unit after the digits, or apart from them, is not part of what they say.
    private mutating func note(literal: String) {
        guard !symbols.contains(where: { "0#?".contains($0) }) else { return }
        prefix = literal.contains(where: \.isWhitespace) || literal.isEmpty ? "" : prefix + literal
    }

    private var letters: String { symbols.lowercased() }
    private var isGeneral: Bool { letters.contains("general") }

    /// A lone "m" is a month, beside hours or seconds minutes.
    var hasDate: Bool {
        !isGeneral && letters.contains { "yd".contains($0) } || (letters.contains("m") && !hasTime && !isGeneral)
    }
    var hasTime: Bool { !isGeneral && letters.contains { "hs".contains($0) } }

    var fixed: NumberFormat? {
        guard !isGeneral, !letters.contains(where: { "e/@".contains($0) }),
            symbols.contains(where: { "0#?".contains($0) })
        else { return nil }
        let parts = symbols.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        // A comma after the last digit divides by a thousand: shown so, it would be read as another number.
        guard !endsInComma(parts[0]), parts.count < 2 || !endsInComma(parts[1]) else { return nil }
        let decimals = parts.count < 2 ? "" : parts[1].filter { "0#?".contains($0) }
        return .fixed(
            prefix: prefix, wholeDigits: max(1, parts[0].count { $0 == "0" }),
            decimals: decimals.count { $0 == "0" }...decimals.count, isPercent: symbols.contains("%"))
    }

    private func endsInComma(_ part: Substring) -> Bool { part.last { ",0#?".contains($0) } == "," }
}

/// What a number is shown as.
extension NumberFormat {
    /// - Parameter origin: the day with the number 0 in this workbook's dates.
    /// - Returns: nil for what is no number.
    func shown(_ text: String, _ origin: DateOrigin) -> String? {
        guard let number = ShownNumber(text) else { return nil }
        switch self {
        case .general: return number.general
        case .fixed(let prefix, let wholeDigits, let decimals, let isPercent):
            let value = isPercent ? number.timesHundred : number
            return prefix + value.fixed(wholeDigits: wholeDigits, decimals: decimals) + (isPercent ? "%" : "")
        case .date, .dateAndTime, .time, .span:
            return Double(text).flatMap { origin.text(of: $0, self) } ?? number.general
        }
    }
}

/// From which day a workbook counts its dates (ECMA-376 part 1, 18.17.4.1).
enum DateOrigin {
    case year1900, year1904

    /// - Returns: nil for what no date is shown for.
    func text(of serial: Double, _ format: NumberFormat) -> String? {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        // To the second: fractions of a day are seldom whole ones in binary.
        let seconds = Int((serial * 86_400).rounded())
        let (days, time) = (seconds / 86_400, seconds % 86_400)
        switch format {
        case .date: return date(days)
        case .dateAndTime: return date(days).map { $0 + " " + Self.clock(time) }
        case .time: return Self.clock(time)
        default: return Self.clock(seconds)
        }
    }

    private func date(_ days: Int) -> String? {
        switch self {
        case .year1904: return Self.text(daysSince1970: days - 24_107)
        // A 29 February 1900 that never was has the number 60.
        case .year1900:
            return days < 1 || days == 60 ? nil : Self.text(daysSince1970: days - 25_569 + (days < 60 ? 1 : 0))
        }
    }

    private static func clock(_ seconds: Int) -> String {
        let (hours, minutes, rest) = (seconds / 3_600, seconds / 60 % 60, seconds % 60)
        return padded(hours) + ":" + padded(minutes) + (rest == 0 ? "" : ":" + padded(rest))
    }

    /// By the proleptic Gregorian calendar, counting years from March.
    private static func text(daysSince1970 days: Int) -> String {
        let shifted = days + 719_468
        let era = shifted / 146_097
        let day = shifted - era * 146_097
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
        let dayOfYear = day - (365 * year + year / 4 - year / 100)
        let month = (5 * dayOfYear + 2) / 153
        let dayOfMonth = dayOfYear - (153 * month + 2) / 5 + 1
        let isNextYear = month >= 10
        let number = year + era * 400 + (isNextYear ? 1 : 0)
        return "\(number)-" + padded(isNextYear ? month - 9 : month + 3) + "-" + padded(dayOfMonth)
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
