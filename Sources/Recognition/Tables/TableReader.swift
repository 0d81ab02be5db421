import StrictEncoding

/// Reads the rows of a table by column, collecting what is wrong with them.
struct TableReader {
    private let table: CSVTable

    /// Where each known column stands.
    private let places: [Column: Int]

    var faults: TableFaults

    /// Faults: columns missing, repeated or unknown; no rows.
    init(_ table: CSVTable, columns: [Column]) {
        var faults = TableFaults()
        var places: [Column: Int] = [:]
        for (index, header) in table.header.fields.enumerated() {
            let folded = FoldedName(header)
            guard let column = columns.first(where: { $0.headers.contains(folded) }) else {
                let name = folded.description.isEmpty ? "\(index + 1)" : header
                faults.add(TableFault(line: table.header.line, column: name, .unknownColumn))
                continue
            }
            if places.updateValue(index, forKey: column) != nil {
                faults.add(TableFault(line: table.header.line, column: header, .repeatedColumn))
            }
        }
        for column in columns where column.isRequired && places[column] == nil {
            faults.add(TableFault(line: table.header.line, column: column.name, .missingColumn))
        }
        if table.rows.isEmpty { faults.add(TableFault(line: table.header.line, .noRows)) }
        (self.table, self.places, self.faults) = (table, places, faults)
    }

    func has(_ column: Column) -> Bool { places[column] != nil }

    /// The field as it was meant; nil where it is empty or the table has no such column.
    func field(_ column: Column, of row: CSVTable.Row) -> String? {
        places[column].map { TypedText.cleaned(row.fields[$0]) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The field, whose being empty is a fault.
    mutating func required(_ column: Column, of row: CSVTable.Row) -> String? {
        let field = field(column, of: row)
        if field == nil, has(column) { fault(column, of: row, .emptyField) }
        return field
    }

    /// The field should have said something: it is empty, or there is no such column, which is said once.
    mutating func unstated(_ column: Column, of row: CSVTable.Row) {
        let missing = TableFault(line: table.header.line, column: column.name, .missingColumn)
        if !has(column), !faults.list.contains(missing) { faults.add(missing) }
        if has(column), field(column, of: row) == nil { fault(column, of: row, .emptyField) }
    }

    mutating func identifier(_ column: Column, of row: CSVTable.Row) -> String? {
        guard let field = required(column, of: row) else { return nil }
        return check(column, of: row, .badIdentifier) { () throws(MalformedInput) in
            try Identifier.check(field, at: "")
            return field
        }
    }

    mutating func text(_ column: Column, of row: CSVTable.Row) -> String? {
        required(column, of: row).flatMap { plain($0, column, of: row) }
    }

    mutating func optionalText(_ column: Column, of row: CSVTable.Row) -> String? {
        field(column, of: row).flatMap { plain($0, column, of: row) }
    }

    /// A whole number of `range`, in digits alone; nil, without a fault, where the field is empty.
    mutating func number(_ column: Column, of row: CSVTable.Row, in range: ClosedRange<Int>) -> Int? {
        guard let field = field(column, of: row) else { return nil }
        let isDigits = field.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        if isDigits, let number = Int(field), range.contains(number) { return number }
        let bounds = "\(range.lowerBound)–\(range.upperBound)"
        fault(column, of: row, .badNumber, BilingualText(bounds, bounds))
        return nil
    }

    mutating func fault(
        _ column: Column, of row: CSVTable.Row, _ reason: TableFault.Reason,
        _ detail: BilingualText = BilingualText("", "")
    ) {
        // Named as the file names it, for whoever looks for it there.
        let header = places[column].map { table.header.fields[$0] }
        faults.add(TableFault(line: row.line, column: header ?? column.name, reason, detail))
    }

    /// The value that `body` gives; a fault of `reason` where it throws.
    mutating func check<Value>(
        _ column: Column, of row: CSVTable.Row, _ reason: TableFault.Reason,
        _ body: () throws(MalformedInput) -> Value
    ) -> Value? {
        do {
            return try body()
        } catch {
            fault(column, of: row, reason)
            return nil
        }
    }

    private mutating func plain(_ field: String, _ column: Column, of row: CSVTable.Row) -> String? {
        do {
            try PlainText.check(field, maximum: 300, at: "")
            return field
        } catch {
            let length = BilingualText.atMost(300, "ký tự", "characters")
            fault(column, of: row, .badText, PlainText.invisible(in: field) ?? length)
            return nil
        }
    }
}
