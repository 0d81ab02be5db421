import Typesetting

extension OfficialLayout {
    /// A cell of text at the size of tables, in its column's alignment.
    static func cell(_ text: String, bold: Bool = false, columnSpan: Int = 1) -> TableCell {
        TableCell([run(text, size: tableSize, bold: bold)], columnSpan: columnSpan)
    }

    /// The name of a column.
    static func head(_ text: FilledText, columnSpan: Int = 1, rowSpan: Int = 1) -> TableCell {
        head(text.plain, columnSpan: columnSpan, rowSpan: rowSpan)
    }

    static func head(_ text: String, columnSpan: Int = 1, rowSpan: Int = 1) -> TableCell {
        let name = centred(text, size: tableSize, bold: true)
        return TableCell(
            .blocks([.paragraph(name)]), columnSpan: columnSpan, rowSpan: rowSpan, role: .header)
    }

    static func column(_ width: Double, _ alignment: Alignment = .centre) -> TableColumn {
        TableColumn(width: .mm(width), alignment: alignment)
    }

    static let restColumn = TableColumn(width: .share(1))

    static let cellPadding = CellPadding(horizontal: 1, vertical: 1)
}
