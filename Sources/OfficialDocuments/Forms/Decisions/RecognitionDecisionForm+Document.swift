import Recognition
public import Typesetting

extension RecognitionDecisionForm: OfficialForm {
    public func document(_ templates: TemplateSet, created: Int64) throws(TemplateFault) -> PrintedDocument {
        let words = try templates.filled(template, with: values)
        let page = DecisionPage(words: words, fields: fields, signFor: "sign-for", code: verification)
        let annex = isMany ? try annex(words) : []
        return OfficialLayout.document(
            try words.line("document-title"), by: first.authority.bodyName, created: created,
            try page.blocks(templates) + annex)
    }

    private func annex(_ words: FilledTemplate) throws(TemplateFault) -> [Block] {
        var hyphens = OfficialLayout.centred(OfficialLayout.subjectRule, size: OfficialLayout.subjectSize)
        hyphens.role = .artifact
        let heading = OfficialLayout.blocks(try words.passage("annex")) + [.paragraph(hyphens), .space(3)]
        return [.pageBreak(nil)] + heading + [.table(try annexTable(words))]
    }
}

extension RecognitionDecisionForm {
    /// The units in order. The title has a column of its own only where it is not the same for all.
    func annexTable(_ words: FilledTemplate) throws(TemplateFault) -> Table {
        let hasTitles = Set(statements.map(\.title)).count > 1
        var header: [TableCell] = []
        for name in ["order", "unit", "kind"] + (hasTitles ? ["title"] : []) {
            header.append(OfficialLayout.head(try words.line("column-\(name)")))
        }
        let rows = statements.enumerated().map { place, statement in
            let title = hasTitles ? ["“\(statement.title.rawValue)”"] : []
            let kind = statement.unit.kind.name.vietnamese.capitalisedFirst
            return TableRow((["\(place + 1)", statement.unit.name, kind] + title).map { OfficialLayout.cell($0) })
        }
        let widths = hasTitles ? [36.0, 46] : [61]
        let columns =
            [OfficialLayout.column(12), OfficialLayout.restColumn]
            + widths.map { OfficialLayout.column($0, .leading) }
        return Table(columns: columns, header: [TableRow(header)], rows: rows, padding: OfficialLayout.cellPadding)
    }
}
