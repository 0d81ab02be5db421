/// A number as a spreadsheet's file writes it, in decimal digits: no binary fraction stands between a cell and its text.
struct ShownNumber: Equatable {
    /// Spreadsheet programs compute to so many digits; what a file has beyond them is noise of binary fractions.
    private static let precision = 15

    private(set) var isNegative: Bool

    /// From the most significant, without zeros in front, the value's last digit at 10 to the `exponent`. Empty for zero.
    private(set) var digits: [UInt8]
    private(set) var exponent: Int

    /// - Returns: nil for what is no number in XML Schema's sense of a decimal or a double.
    init?(_ text: String) {
        var rest = text.utf8[...]
        isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        let whole = rest.prefix(while: Self.isDigit)
        rest = rest.dropFirst(whole.count)
        var fraction = rest.prefix(0)
        if rest.first == UInt8(ascii: ".") {
            fraction = rest.dropFirst().prefix(while: Self.isDigit)
            rest = rest.dropFirst(1 + fraction.count)
        }
        guard !(whole.isEmpty && fraction.isEmpty), let power = Self.power(rest) else { return nil }
        digits = (Array(whole) + Array(fraction)).map { $0 - UInt8(ascii: "0") }
        exponent = power - fraction.count
        normalize()
        if digits.count > Self.precision { round(at: exponent + digits.count - Self.precision) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// What follows the digits: nothing, or "E-7".
    private static func power(_ rest: Substring.UTF8View.SubSequence) -> Int? {
        guard let first = rest.first else { return 0 }
        guard first == UInt8(ascii: "E") || first == UInt8(ascii: "e"), rest.count <= 5 else { return nil }
        return Int(Substring(rest.dropFirst()))
    }

    private mutating func normalize() {
        digits = Array(digits.drop { $0 == 0 })
        while digits.last == 0 {
            digits.removeLast()
            exponent += 1
        }
        if digits.isEmpty { (exponent, isNegative) = (0, false) }
    }

    /// Leaves no digit below 10 to the `place`; halves go away from zero, as on the screen.
    private mutating func round(at place: Int) {
        guard place > exponent else { return }
        let dropped = place - exponent
        guard dropped <= digits.count else { (digits, exponent, isNegative) = ([], 0, false); return }
        let isUp = digits[digits.count - dropped] >= 5
        digits.removeLast(dropped)
        exponent = place
        if isUp { addOne() }
        normalize()
    }

    private mutating func addOne() {
        for index in digits.indices.reversed() {
            digits[index] += 1
            if digits[index] < 10 { return }
            digits[index] = 0
        }
        digits.insert(1, at: 0)
    }

    // MARK: - As shown

    /// With all the digits there are.
    var general: String { fixed(wholeDigits: 1, decimals: 0...Self.precision * 30) }

    /// - Parameters:
    ///   - wholeDigits: at least so many before the point, zeros in front.
    ///   - decimals: at least and at most so many after it.
    func fixed(wholeDigits: Int, decimals: ClosedRange<Int>) -> String {
        var number = self
        number.round(at: -decimals.upperBound)
        var text = number.digits.map { $0 + UInt8(ascii: "0") }
        let zero = UInt8(ascii: "0")
        if number.exponent > 0 { text += [UInt8](repeating: zero, count: number.exponent) }
        let places = max(0, -number.exponent)
        text = [UInt8](repeating: zero, count: max(0, wholeDigits + places - text.count)) + text
        let (whole, fraction) = (text.dropLast(places), Array(text.suffix(places)))
        let padded = fraction + [UInt8](repeating: zero, count: max(0, decimals.lowerBound - places))
        let point: [UInt8] = padded.isEmpty ? [] : [UInt8(ascii: ".")]
        return (number.isNegative ? "-" : "") + String(decoding: Array(whole) + point + padded, as: UTF8.self)
    }

    /// In hundredths.
    var timesHundred: ShownNumber {
        var number = self
        if !digits.isEmpty { number.exponent += 2 }
        return number
    }
}
