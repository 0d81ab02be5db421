/// Hexadecimal digits.
enum Hex {
    /// Each byte's value as a digit; 255 for one that is none. A signature has tens of thousands of them.
    private static let values: [UInt8] = (0...255).map { value(UInt8($0)) ?? 255 }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    static func write(_ byte: UInt8, to output: inout [UInt8]) {
        output.append(digit(byte >> 4))
        output.append(digit(byte & 15))
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    /// Nothing but pairs of digits; nil otherwise.
    static func decode(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
        guard digits.count.isMultiple(of: 2) else { return nil }
        let values = values
        var bytes = [UInt8](repeating: 0, count: digits.count / 2)
        var (source, faults) = (digits.startIndex, UInt8(0))
        for index in bytes.indices {
            let (high, low) = (values[Int(digits[source])], values[Int(digits[source + 1])])
            bytes[index] = high << 4 | low
            faults |= high | low
            source += 2
        }
        return faults < 16 ? bytes : nil
    }
}
