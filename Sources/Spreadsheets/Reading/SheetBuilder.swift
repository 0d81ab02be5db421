/// Gathers the cells of a sheet as they come, within limits.
struct SheetBuilder {
    private let sheet: String
    private let limits: SpreadsheetLimits
    private(set) var rows: [Spreadsheet.Row] = []
    private var line = 0
    private var cells: [String] = []
    private var text = 0

    init(_ sheet: String, _ limits: SpreadsheetLimits) { (self.sheet, self.limits) = (sheet, limits) }

    /// Where the next cell is, for faults: "B7".
    func place(column: Int) -> String { Self.letters(column) + String(line) }

    mutating func begin(line: Int) { (self.line, cells) = (line, []) }

    /// - Parameter column: from 0; nothing needs to be given of cells that are empty.
    /// - Throws: `SpreadsheetFault` with `tooLarge`, `damaged` for a column that was there.
    mutating func put(_ value: String, column: Int) throws(SpreadsheetFault) {
        guard value.contains(where: { !$0.isWhitespace }) else { return }
        guard column < limits.columns else { throw tooLarge("at most \(limits.columns) columns", column) }
        guard column >= cells.count else { throw SpreadsheetFault(.damaged, sheet: sheet, cell: place(column: column)) }
        text += value.utf8.count
        guard text <= limits.text else { throw tooLarge("at most \(limits.text) bytes of text", column) }
        cells += [String](repeating: "", count: column - cells.count) + [value]
    }

    /// - Parameter times: how many rows in a row are the same.
    mutating func end(times: Int = 1) throws(SpreadsheetFault) {
        guard !cells.isEmpty else { return }
        guard times <= limits.rows - rows.count else { throw tooLarge("at most \(limits.rows) rows", 0) }
        for offset in 0..<times { rows.append(Spreadsheet.Row(line: line + offset, cells: cells)) }
        text += (times - 1) * cells.reduce(0) { $0 + $1.utf8.count }
        guard text <= limits.text else { throw tooLarge("at most \(limits.text) bytes of text", 0) }
    }

    private func tooLarge(_ detail: String, _ column: Int) -> SpreadsheetFault {
        SpreadsheetFault(.tooLarge, sheet: sheet, cell: place(column: column), detail)
    }

    /// A column's name: 0 is A, 25 Z, 26 AA.
    static func letters(_ column: Int) -> String {
        var (letters, rest) = ("", column)
        while rest >= 0 {
            letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
            rest = rest / 26 - 1
        }
        return letters
    }

    /// Column and line of "AB12", the column from 0.
    static func place(of reference: String) -> (column: Int, line: Int)? {
        let letters = reference.utf8.prefix { (65...90).contains($0) }
        let digits = reference.utf8.dropFirst(letters.count)
        guard (1...3).contains(letters.count), (1...7).contains(digits.count),
            digits.allSatisfy({ (48...57).contains($0) }), let line = Int(Substring(digits)), line > 0
        else { return nil }
        return (letters.reduce(0) { $0 * 26 + Int($1) - 64 } - 1, line)
    }
}
