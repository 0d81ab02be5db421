/// Splits valid UTF-8 into rows of fields.
struct CSVParser {
    private static let (quote, comma, lineFeed, carriageReturn): (UInt8, UInt8, UInt8, UInt8) = (0x22, 0x2C, 0x0A, 0x0D)
    private static let separators: [UInt8] = [comma, UInt8(ascii: ";"), UInt8(ascii: "\t")]

    private let bytes: [UInt8]
    private let separator: UInt8
    private var position = 0
    private var line = 1

    /// - Throws: the first fault.
    static func rows(of bytes: [UInt8]) throws(TableFault) -> [CSVTable.Row] {
        var parser = CSVParser(bytes: bytes, separator: stated(in: bytes) ?? separator(in: bytes))
        var rows: [CSVTable.Row] = []
        if stated(in: bytes) != nil { parser.skipLine() }
        while parser.position < bytes.count {
            let row = try parser.row()
            guard !row.isBlank else { continue }
            guard rows.count <= CSVTable.maximumRows else {
                throw TableFault(line: row.line, .tooLarge, .atMost(CSVTable.maximumRows, "dòng", "rows"))
            }
            rows.append(row)
        }
        return rows
    }

    /// What Excel writes above a table to say how it is separated: "sep=;".
    private static func stated(in bytes: [UInt8]) -> UInt8? {
        let line = bytes.prefix { $0 != lineFeed && $0 != carriageReturn }
        guard line.count == 5, String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep="
        else { return nil }
        return line.last.flatMap { separators.contains($0) ? $0 : nil }
    }

    private mutating func skipLine() {
        position = bytes.firstIndex(of: Self.lineFeed).map { $0 + 1 } ?? bytes.count
        line += 1
    }

    /// The separator that the first line has most of outside quotes; the comma where it has none.
    private static func separator(in bytes: [UInt8]) -> UInt8 {
        var counts = [Int](repeating: 0, count: separators.count)
        var isQuoted = false
        for byte in bytes {
            if byte == quote { isQuoted.toggle() }
            if byte == lineFeed && !isQuoted { break }
            if !isQuoted, let index = separators.firstIndex(of: byte) { counts[index] += 1 }
        }
        let most = counts.max() ?? 0
        return counts.firstIndex(of: most).map { separators[$0] } ?? comma
    }

    private init(bytes: [UInt8], separator: UInt8) {
        self.bytes = bytes
        self.separator = separator
    }

    private mutating func row() throws(TableFault) -> CSVTable.Row {
        let start = line
        var fields: [String] = []
        repeat {
            fields.append(peek() == Self.quote ? try quotedField() : try bareField())
            guard fields.count <= CSVTable.maximumColumns else {
                throw TableFault(line: line, .tooLarge, .atMost(CSVTable.maximumColumns, "cột", "columns"))
            }
        } while take(separator)
        try endLine()
        return CSVTable.Row(line: start, fields: fields)
    }

    private mutating func bareField() throws(TableFault) -> String {
        let start = position
        while let byte = peek(), byte != separator, byte != Self.lineFeed, byte != Self.carriageReturn {
            guard byte != Self.quote else { throw syntaxFault(.strayQuote) }
            position += 1
        }
        let isSpace: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        let field = bytes[start..<position].drop(while: isSpace)
        let end = field.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? field.startIndex
        return String(decoding: field[..<end], as: UTF8.self)
    }

    private mutating func quotedField() throws(TableFault) -> String {
        let start = line
        var field: [UInt8] = []
        position += 1
        while let byte = peek() {
            position += 1
            if byte == Self.lineFeed { line += 1 }
            guard byte == Self.quote else {
                field.append(byte)
                continue
            }
            guard take(Self.quote) else { return String(decoding: field, as: UTF8.self) }
            field.append(Self.quote)
        }
        line = start
        throw syntaxFault(.openQuote)
    }

    private mutating func endLine() throws(TableFault) {
        guard position < bytes.count else { return }
        if take(Self.carriageReturn), peek() != Self.lineFeed { throw syntaxFault(.strayReturn) }
        guard take(Self.lineFeed) else { throw syntaxFault(.strayQuote) }
        line += 1
    }

    private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        position += 1
        return true
    }

    private func syntaxFault(_ detail: BilingualText) -> TableFault { TableFault(line: line, .syntax, detail) }
}

extension BilingualText {
    fileprivate static let strayQuote = BilingualText(
        "dấu ngoặc kép phải bao trọn một ô, bên trong viết đôi", "quotes enclose a whole field, and are doubled inside")
    fileprivate static let openQuote = BilingualText("thiếu dấu ngoặc kép đóng", "a quote is not closed")
    fileprivate static let strayReturn = BilingualText("dấu CR không có LF theo sau", "a CR with no LF after it")
}
