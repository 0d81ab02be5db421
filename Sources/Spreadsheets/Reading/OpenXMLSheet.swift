/// The cells of one sheet (ECMA-376 part 1, 18.3.1).
struct OpenXMLSheet {
    private struct Cell {
        let column: Int
        let type: String
        let style: Int?
        var value = ""
        var inline = OpenXMLTexts()
        var hasFormula = false
    }

    private let name: String
    private let shared: [String]
    private let formats: OpenXMLFormats
    private let origin: DateOrigin
    private var builder: SheetBuilder
    private var line = 0
    private var nextColumn = 0
    private var cell: Cell?
    private var isInValue = false

    init(
        _ name: String, shared: [String], formats: OpenXMLFormats, origin: DateOrigin, limits: SpreadsheetLimits
    ) {
        (self.name, self.shared, self.formats, self.origin) = (name, shared, formats, origin)
        builder = SheetBuilder(name, limits)
    }

    /// - Throws: `SpreadsheetFault`.
    mutating func rows(of xml: XMLPull) throws(SpreadsheetFault) -> [Spreadsheet.Row] {
        while let event = try xml.next() {
            switch event {
            case .start(let element) where OpenXML.isMain(element): try begin(element)
            case .text(let piece): if isInValue { cell?.value += piece }
            case .end(let name): try end(name)
            case .start: break
            }
            cell?.inline.note(event)
        }
        return builder.rows
    }

    private mutating func begin(_ element: XMLElement) throws(SpreadsheetFault) {
        switch element.name {
        case "row":
            let next = try number(element("r")) ?? line + 1
            guard next > line else { throw damaged("rows out of order") }
            (line, nextColumn) = (next, 0)
            builder.begin(line: line)
        case "c":
            let column = try element("r").map { reference throws(SpreadsheetFault) in try self.column(reference) }
            cell = Cell(
                column: column ?? nextColumn, type: element("t") ?? "n", style: element("s").flatMap { Int($0) })
            nextColumn = (column ?? nextColumn) + 1
        case "f": cell?.hasFormula = true
        case "v": isInValue = true
        default: break
        }
    }

    private func number(_ text: String?) throws(SpreadsheetFault) -> Int? {
        guard let text else { return nil }
        guard let number = Int(text), (1...1_048_576).contains(number) else { throw damaged("no row number") }
        return number
    }

    private func column(_ reference: String) throws(SpreadsheetFault) -> Int {
        guard let place = SheetBuilder.place(of: reference), place.line == line else {
            throw damaged("a cell outside of its row")
        }
        return place.column
    }

    private mutating func end(_ name: String) throws(SpreadsheetFault) {
        switch name {
        case "v": isInValue = false
        case "c":
            guard let cell else { return }
            self.cell = nil
            try builder.put(text(of: cell), column: cell.column)
        case "row": try builder.end()
        default: break
        }
    }

    private func text(of cell: Cell) throws(SpreadsheetFault) -> String {
        switch cell.type {
        case "s":
            if cell.value.isEmpty { return "" }
            guard let index = Int(cell.value), shared.indices.contains(index) else { throw damaged("no such text") }
            return shared[index]
        case "inlineStr": return cell.inline.whole
        case "str": return cell.value
        case "b": return try computed(cell) == "0" ? "0" : "1"
        case "e": throw SpreadsheetFault(.errorValue, sheet: name, cell: place(of: cell), cell.value)
        case "d": return cell.value.hasSuffix("T00:00:00") ? String(cell.value.prefix(10)) : cell.value
        default: return try number(of: cell)
        }
    }

    private func number(of cell: Cell) throws(SpreadsheetFault) -> String {
        let value = try computed(cell)
        if value.isEmpty { return "" }
        guard let shown = formats[cell.style].shown(value, origin) else {
            throw SpreadsheetFault(.damaged, sheet: name, cell: place(of: cell), "no number")
        }
        return shown
    }

    /// The value, which a program has computed where there is a formula.
    private func computed(_ cell: Cell) throws(SpreadsheetFault) -> String {
        guard cell.hasFormula, cell.value.isEmpty else { return cell.value }
        throw SpreadsheetFault(.notComputed, sheet: name, cell: place(of: cell))
    }

    private func place(of cell: Cell) -> String { builder.place(column: cell.column) }

    private func damaged(_ detail: String) -> SpreadsheetFault {
        SpreadsheetFault(.damaged, sheet: name, cell: "\(line)", detail)
    }
}
