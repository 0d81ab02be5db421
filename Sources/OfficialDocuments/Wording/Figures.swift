/// Numbers as Party documents write them.
enum Figures {
    /// "0", "05", "24", "1.040": a leading zero from one to nine, points between thousands.
    static func count(_ number: Int) -> String { (1..<10).contains(number) ? "0\(number)" : grouped(number) }

    /// "5", "1.040"
    static func grouped(_ number: Int) -> String {
        var groups: [Substring] = []
        var digits = String(number)[...]
        while digits.count > 3 {
            groups.insert(digits.suffix(3), at: 0)
            digits = digits.dropLast(3)
        }
        return ([digits] + groups).joined(separator: ".")
    }

    /// "9/14 (64,28 %)", cut after two places and never rounded up to a share that was not reached; "–" over zero.
    static func share(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "–" }
        let hundredths = part * 10_000 / whole
        let (percent, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        let places = rest == 0 ? "" : rest < 10 ? ",0\(rest)" : ",\(rest)"
        return "\(grouped(part))/\(grouped(whole)) (\(percent)\(places)\u{A0}%)"
    }

    /// "a1b2c3d4 e5f6…": hexadecimal in groups of eight.
    static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef")
        var text = ""
        for (place, byte) in bytes.enumerated() {
            if place > 0, place.isMultiple(of: 4) { text.append(" ") }
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return text
    }
}
