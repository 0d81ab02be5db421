/// A table typed in an old encoding, read as it was meant: what is offered in its place.
public struct TableConversion: Hashable, Sendable {
    public let encoding: LegacyEncoding

    /// The whole table in Unicode, to be imported after it was looked at.
    public let bytes: [UInt8]

    /// - Returns: nil for a table that was typed in Unicode, or cannot be taken apart.
    public init?(of bytes: [UInt8]) {
        guard let lines = try? CSVTable.lines(of: bytes), let encoding = CSVTable.legacyCells(lines).first?.encoding
        else { return nil }
        self.encoding = encoding
        let rows = lines.enumerated().map { index, row in
            row.fields.map { index == 0 ? Self.header($0, encoding) : Self.cell($0, encoding) }
        }
        self.bytes = rows.flatMap { Array(($0.map(Self.quoted).joined(separator: ",") + "\n").utf8) }
    }

    /// Headers are often typed anew, in Unicode: only one that cannot be read is converted.
    private static func header(_ field: String, _ encoding: LegacyEncoding) -> String {
        LegacyEncoding.recognised(in: field) == encoding ? encoding.converted(field) : field
    }

    private static func cell(_ field: String, _ encoding: LegacyEncoding) -> String {
        LegacyEncoding.isUnicode(field) ? field : encoding.converted(field)
    }

    private static func quoted(_ field: String) -> String { "\"\(field.replacing("\"", with: "\"\""))\"" }
}

extension CSVTable {
    /// - Throws: `TableFaults` for a table that has cells in an old encoding: one for each, with its reading, and
    ///   nothing else, since all else may follow from it.
    func requireUnicode() throws(TableFaults) {
        var faults = TableFaults()
        for cell in Self.legacyCells([header] + rows) {
            let detail = "\(cell.encoding.rawValue): “\(cell.encoding.converted(cell.text))”"
            let column = header.fields.indices.contains(cell.column) ? header.fields[cell.column] : nil
            faults.add(
                TableFault(line: cell.line, column: column, .legacyEncoding, BilingualText(detail, detail)))
        }
        try faults.throwIfAny()
    }

    struct LegacyCell {
        let line: Int
        let column: Int
        let text: String
        let encoding: LegacyEncoding
    }

    static func legacyCells(_ rows: [Row]) -> [LegacyCell] {
        rows.flatMap { row in
            row.fields.enumerated().compactMap { column, text in
                LegacyEncoding.recognised(in: text).map {
                    LegacyCell(line: row.line, column: column, text: text, encoding: $0)
                }
            }
        }
    }
}
