import Typesetting

/// Documents to try things on.
enum Samples {
    static let typesetter = Result { () throws(TypesettingError) in try Typesetter() }

    static let sentence =
        "Căn cứ Điều lệ Đảng; kết quả bỏ phiếu kín của các đồng chí Ủy viên Ban Chấp hành Đảng bộ xã, ngày đẹp trời ấy, "
        + "những người được triệu tập đã lựa chọn một cách tự do. "

    static func document(_ blocks: [Block], page: PageSetup = PageSetup()) -> PrintedDocument {
        PrintedDocument(title: "Quyết định", author: "Đảng ủy", created: 1_767_571_200, page: page, blocks: blocks)
    }

    static func typeset(_ blocks: [Block], page: PageSetup = PageSetup()) throws -> TypesetDocument {
        try typesetter.get().typeset(document(blocks, page: page))
    }

    static func line(_ text: String, size: Double = 14, alignment: Alignment = .leading) -> Block {
        .paragraph(Paragraph([Run(text, size: size)], alignment: alignment))
    }

    /// A justified paragraph of so many sentences.
    static func body(_ sentences: Int) -> Block {
        .paragraph(
            Paragraph(
                [Run(String(repeating: sentence, count: sentences))], alignment: .justified, firstLineIndent: 10))
    }

    static func cell(_ text: String, role: CellRole = .data, columns: Int = 1, rows: Int = 1) -> TableCell {
        TableCell([Run(text, size: 12)], columnSpan: columns, rowSpan: rows, role: role)
    }

    /// Two columns under a header of two rows; every third row is of several lines.
    static func table(_ rows: Int) -> Table {
        Table(
            columns: [TableColumn(width: .mm(15), alignment: .centre), TableColumn()],
            header: [
                TableRow([cell("Đầu1", role: .header, rows: 2), cell("Đầu2", role: .header)]),
                TableRow([cell("Đầu3", role: .header)]),
            ],
            rows: (0..<rows).map { row in
                let text = "bắt-\(row) " + String(repeating: sentence, count: row % 3 == 0 ? 2 : 0) + " hết-\(row)"
                return TableRow([cell("\(row)"), cell(text)])
            })
    }
}
