import Recognition
public import Typesetting

extension CountMinutesForm: OfficialForm {
    public func document(_ templates: TemplateSet, created: Int64) throws(TemplateFault) -> PrintedDocument {
        let words = try templates.filled(.minutesOfCount, with: values)
        let letterhead = Letterhead(
            parent: authority.parent, authority: authority.bodyName, place: authority.place,
            date: meeting.date.vietnamese, number: nil)
        let head = try letterhead.blocks(templates) + DocumentTitle(words).blocks
        let opening = OfficialLayout.blocks(try words.passage("opening")) + [.space(3)]
        let conclusion = OfficialLayout.blocks(try words.passage("conclusion"))
        return OfficialLayout.document(
            try words.line("document-title"), by: authority.bodyName, created: created,
            head + opening + [.table(try countTable(words)), .space(2)]
                + OfficialLayout.closed(conclusion, by: try boardHead(words)) + [.table(try boardTable(words))])
    }

    private func boardHead(_ words: FilledTemplate) throws(TemplateFault) -> Block {
        var head = OfficialLayout.centred(try words.line("board"), size: OfficialLayout.signatureSize, bold: true)
        head.keepsWithNext = true
        head.spaceAfter = OfficialLayout.paragraphSpace
        return .paragraph(head)
    }

    /// One line to sign on for each member of the board.
    private func boardTable(_ words: FilledTemplate) throws(TemplateFault) -> Table {
        let header = TableRow([
            OfficialLayout.head(try words.line("column-order")), OfficialLayout.head(try words.line("column-name")),
            OfficialLayout.head(try words.line("column-signature")),
        ])
        let rows = board.enumerated().map { place, seat in
            let name = [seat.name, seat.position].compactMap(\.self).joined(separator: ", ")
            return TableRow(
                [OfficialLayout.cell("\(place + 1)"), OfficialLayout.cell(name), OfficialLayout.cell("")],
                minimumHeight: 15)
        }
        let columns = [OfficialLayout.column(12), OfficialLayout.restColumn, OfficialLayout.column(60)]
        return Table(columns: columns, header: [header], rows: rows, padding: OfficialLayout.cellPadding)
    }
}
