/// Reads PDF's syntax from bytes, strictly: what the standard does not allow is an error, never a guess.
struct PDFScanner {
    let bytes: [UInt8]
    /// Nothing at or behind it is read.
    let end: Int
    var position: Int
    /// Charged with every value that is read.
    let budget: ReadingBudget

    init(_ bytes: [UInt8], at position: Int = 0, end: Int? = nil, budget: ReadingBudget = ReadingBudget()) {
        self.budget = budget
        let end = min(end ?? bytes.count, bytes.count)
        (self.bytes, self.end, self.position) = (bytes, end, min(max(position, 0), end))
    }

    /// The byte under the cursor; nil at the end.
    var current: UInt8? { position < end ? bytes[position] : nil }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) && byte != 11 || byte == 0 }

    static func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
            true
        default: false
        }
    }

    static func isRegular(_ byte: UInt8) -> Bool { !isSpace(byte) && !isDelimiter(byte) }

    func fault(_ expected: String) -> PDFError { .malformed("offset \(position): expected \(expected)") }

    /// Passes over white space and comments.
    mutating func skipSpace() {
        while let byte = current {
            if byte == UInt8(ascii: "%") {
                while let byte = current, byte != 10, byte != 13 { position += 1 }
            } else if Self.isSpace(byte) {
                position += 1
            } else {
                return
            }
        }
    }

    /// Passes over `text` if it comes next, byte for byte.
    mutating func skip(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard end - position >= count else { return false }
        for index in 0..<count where unsafe bytes[position + index] != text.utf8Start[index] { return false }
        position += count
        return true
    }

    mutating func expect(_ text: StaticString) throws(PDFError) {
        guard skip(text) else { throw fault("\"\(text)\"") }
    }

    /// The regular characters that come next; may be empty.
    mutating func word() -> ArraySlice<UInt8> {
        let start = position
        while position < end, Self.isRegular(bytes[position]) { position += 1 }
        return bytes[start..<position]
    }

    /// An unsigned integer of at most 15 digits, and nothing glued to it.
    mutating func count() throws(PDFError) -> Int {
        let start = position
        let digits = word()
        var value = 0
        guard (1...15).contains(digits.count) else { throw faultAt(start, "a number") }
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { throw faultAt(start, "a number") }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value
    }

    func faultAt(_ offset: Int, _ expected: String) -> PDFError {
        .malformed("offset \(offset): expected \(expected)")
    }
}
