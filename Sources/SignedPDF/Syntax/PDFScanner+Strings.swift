extension PDFScanner {
    mutating func name() throws(PDFError) -> String {
        try expect("/")
        let start = position
        let word = word()
        guard word.contains(UInt8(ascii: "#")) else { return PDFName.canonical(word) }
        var raw: [UInt8] = []
        var rest = word
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "#") else { raw.append(byte); continue }
            guard let decoded = Hex.decode(rest.prefix(2)), let value = decoded.first, value != 0 else {
                throw faultAt(start, "two digits after # in a name")
            }
            raw.append(value)
            rest.removeFirst(2)
        }
        return PDFName.canonical(raw)
    }

    /// `<48 65>`; a missing last digit is zero (ISO 32000-2, 7.3.4.3).
    mutating func hexString() throws(PDFError) -> [UInt8] {
        try expect("<")
        let start = position
        guard let close = bytes[start..<end].firstIndex(of: UInt8(ascii: ">")) else {
            throw fault("the end of a string")
        }
        position = close + 1
        if let decoded = Hex.decode(bytes[start..<close]) { return decoded }
        var digits = bytes[start..<close].filter { !Self.isSpace($0) }
        if !digits.count.isMultiple(of: 2) { digits.append(UInt8(ascii: "0")) }
        guard let decoded = Hex.decode(digits[...]) else { throw faultAt(start, "a hexadecimal string") }
        return decoded
    }

    mutating func literalString() throws(PDFError) -> [UInt8] {
        try expect("(")
        var text: [UInt8] = []
        var open = 1
        while let byte = current {
            position += 1
            switch byte {
            case UInt8(ascii: "\\"): escape(into: &text)
            case UInt8(ascii: ")") where open == 1: return text
            case 13:
                // Any end of line is a line feed.
                if current == 10 { position += 1 }
                text.append(10)
            default:
                if byte == UInt8(ascii: "(") { open += 1 }
                if byte == UInt8(ascii: ")") { open -= 1 }
                text.append(byte)
            }
        }
        throw fault("the end of a string")
    }

    private mutating func escape(into text: inout [UInt8]) {
        guard let byte = current else { return }
        position += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(10)
        case UInt8(ascii: "r"): text.append(13)
        case UInt8(ascii: "t"): text.append(9)
        case UInt8(ascii: "b"): text.append(8)
        case UInt8(ascii: "f"): text.append(12)
        case 10: break
        case 13: if current == 10 { position += 1 }
        case UInt8(ascii: "0")...UInt8(ascii: "7"): text.append(octal(from: byte))
        default: text.append(byte)
        }
    }

    /// Up to three digits, of which `first` has been read; what overflows is dropped.
    private mutating func octal(from first: UInt8) -> UInt8 {
        var value = Int(first - UInt8(ascii: "0"))
        for _ in 0..<2 {
            guard let digit = current, (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(digit) else { break }
            value = value * 8 + Int(digit - UInt8(ascii: "0"))
            position += 1
        }
        return UInt8(truncatingIfNeeded: value)
    }
}
