import Recognition
public import Typesetting

extension AttendanceSheetForm: OfficialForm {
    public func document(_ templates: TemplateSet, created: Int64) throws(TemplateFault) -> PrintedDocument {
        let words = try templates.filled(.attendanceSheet, with: values)
        let letterhead = Letterhead(
            parent: authority.parent, authority: authority.bodyName, place: authority.place,
            date: meeting.date.vietnamese, number: nil)
        let head = try letterhead.blocks(templates) + DocumentTitle(words).blocks
        let opening = OfficialLayout.blocks(try words.passage("opening")) + [.space(3)]
        let closing = OfficialLayout.blocks(try words.passage("closing"))
        return OfficialLayout.document(
            try words.line("document-title"), by: authority.bodyName, created: created,
            head + opening + [.table(try table(words))]
                + OfficialLayout.closed(closing, by: try signatures(words)))
    }

    private func table(_ words: FilledTemplate) throws(TemplateFault) -> Table {
        let widths = [14.0, 17, 17, 24]
        var header: [TableCell] = []
        for name in ["order", "name", "position", "present", "excused", "absent", "signature"] {
            header.append(OfficialLayout.head(try words.line("column-\(name)")))
        }
        let rows = rows.enumerated().map { place, row in
            let texts = ["\(place + 1)", row.name, row.position ?? "", "", "", "", ""]
            return TableRow(texts.map { OfficialLayout.cell($0) }, minimumHeight: 10)
        }
        let columns =
            [OfficialLayout.column(11), OfficialLayout.restColumn, OfficialLayout.column(44, .leading)]
            + widths.map { OfficialLayout.column($0) }
        return Table(
            columns: columns, header: [TableRow(header)], rows: rows, padding: OfficialLayout.cellPadding)
    }

    private func signatures(_ words: FilledTemplate) throws(TemplateFault) -> Block {
        let size = OfficialLayout.signatureSize
        let (keeper, chair) = (try words.line("keeper"), try words.line("chair"))
        return .columns(
            [keeper, chair].map { text in
                Column([
                    .paragraph(OfficialLayout.centred(text, size: size, bold: true)),
                    .space(MarkPlace.signature.height),
                ])
            })
    }
}
