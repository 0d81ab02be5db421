import Recognition
import Typesetting

extension PaperBallotForm {
    private static let orderWidth = 11.0

    /// A criterion's name is above both its boxes; as wide as there is room for.
    private var boxWidth: Double {
        let room = OfficialLayout.landscapePage.textWidth - Self.orderWidth - 70
        return min(34, room / Double(2 * criteria.count))
    }

    func table(_ words: FilledTemplate) throws(TemplateFault) -> Table {
        let boxes = Array(repeating: OfficialLayout.column(boxWidth), count: 2 * criteria.count)
        let columns = [OfficialLayout.column(Self.orderWidth), OfficialLayout.restColumn] + boxes
        return Table(
            columns: columns, header: try header(words), rows: rows, padding: OfficialLayout.cellPadding)
    }

    private func header(_ words: FilledTemplate) throws(TemplateFault) -> [TableRow] {
        let names = [
            OfficialLayout.head(try words.line("column-order"), rowSpan: 2),
            OfficialLayout.head(try words.line("column-unit"), rowSpan: 2),
        ]
        let choices = [
            OfficialLayout.head(kind.firstChoice.vietnamese), OfficialLayout.head(kind.secondChoice.vietnamese),
        ]
        return [
            TableRow(names + criteria.map { OfficialLayout.head($0.name, columnSpan: 2) }),
            TableRow(criteria.flatMap { _ in choices }),
        ]
    }

    private var rows: [TableRow] {
        let box = TableCell(.blocks([.box(Box(side: 5))]))
        let boxes = Array(repeating: box, count: 2 * criteria.count)
        return units.enumerated().map { place, unit in
            TableRow(
                [OfficialLayout.cell("\(place + 1)"), OfficialLayout.cell(unit.name)] + boxes, minimumHeight: 10)
        }
    }
}
