import StrictEncoding

/// A table as RFC 4180 writes it: a header, then rows as wide as the header.
///
/// Beyond the RFC: a byte order mark is allowed, lines may end in LF alone, lines with nothing to see in them and columns
/// without header and contents are passed over, and the separator is the one that a first line "sep=;" states, or else
/// the comma, semicolon or tab that the header has most of. Fields are trimmed of spaces unless quoted.
public struct CSVTable: Hashable, Sendable {
    public static let maximumSize = 4 * 1024 * 1024
    public static let maximumRows = 10_000
    public static let maximumColumns = 100

    public struct Row: Hashable, Sendable {
        /// From 1, the header's usually; the line on which the row begins.
        public let line: Int
        public let fields: [String]

        var isBlank: Bool { fields.allSatisfy(TypedText.isBlank) }
    }

    public let header: Row

    /// Each has as many fields as the header.
    public let rows: [Row]

    /// - Throws: `TableFaults`: one fault of encoding, size or syntax, or all rows of the wrong width.
    public init(parsing bytes: [UInt8]) throws(TableFaults) {
        var rows = try Self.lines(of: bytes)
        guard !rows.isEmpty else { throw TableFaults([TableFault(line: 1, .noRows)]) }
        (header, self.rows) = Self.withoutEmptyColumns(rows.removeFirst(), rows)
        try checkWidths()
    }

    /// A column that was emptied, or that a separator at the end of each line makes.
    private static func withoutEmptyColumns(_ header: Row, _ rows: [Row]) -> (header: Row, rows: [Row]) {
        let width = rows.reduce(header.fields.count) { max($0, $1.fields.count) }
        let empty = Set(
            (0..<width).filter { column in
                ([header] + rows).allSatisfy { column >= $0.fields.count || TypedText.isBlank($0.fields[column]) }
            })
        guard !empty.isEmpty else { return (header, rows) }
        func kept(_ row: Row) -> Row {
            Row(line: row.line, fields: row.fields.enumerated().filter { !empty.contains($0.offset) }.map(\.element))
        }
        return (kept(header), rows.map(kept))
    }

    /// The header and all rows, of whatever widths.
    /// - Throws: `TableFaults`: one fault of encoding, size or syntax.
    static func lines(of bytes: [UInt8]) throws(TableFaults) -> [Row] {
        guard bytes.count <= maximumSize else {
            throw TableFaults([TableFault(line: 1, .tooLarge, .atMost(maximumSize, "byte", "bytes"))])
        }
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        if let line = lineOfInvalidUTF8(in: content) { throw TableFaults([TableFault(line: line, .notUTF8)]) }
        do {
            return try CSVParser.rows(of: content)
        } catch {
            throw TableFaults([error])
        }
    }

    private func checkWidths() throws(TableFaults) {
        var faults = TableFaults()
        let width = header.fields.count
        if width > Self.maximumColumns {
            faults.add(TableFault(line: header.line, .tooLarge, .atMost(Self.maximumColumns, "cột", "columns")))
        }
        for row in rows where row.fields.count != width {
            let count = row.fields.count
            let detail = BilingualText("có \(count), tiêu đề có \(width)", "\(count), the header has \(width)")
            faults.add(TableFault(line: row.line, .wrongFieldCount, detail))
        }
        try faults.throwIfAny()
    }

    private static func lineOfInvalidUTF8(in bytes: [UInt8]) -> Int? {
        guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
        // No character of UTF-8 spans a line feed, so each line is valid or not by itself.
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return 1 + (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0)
    }
}

extension BilingualText {
    static func atMost(_ count: Int, _ vietnamese: String, _ english: String) -> BilingualText {
        BilingualText("không quá \(count) \(vietnamese)", "at most \(count) \(english)")
    }
}
