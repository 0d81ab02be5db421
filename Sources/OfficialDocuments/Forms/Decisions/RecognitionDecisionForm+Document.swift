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
        return [.pageBreak(nil)] + heading + [.table(try table(words))]
    }

    private func table(_ words: FilledTemplate) throws(TemplateFault) -> Table {
        let header = TableRow([
            OfficialLayout.head(try words.line("column-order")), OfficialLayout.head(try words.line("column-unit")),
            OfficialLayout.head(try words.line("column-kind")), OfficialLayout.head(try words.line("column-title")),
        ])
        let rows = statements.enumerated().map { place, statement in
            TableRow([
                OfficialLayout.cell("\(place + 1)"), OfficialLayout.cell(statement.unit.name),
                OfficialLayout.cell(statement.unit.kind.name.vietnamese),
                OfficialLayout.cell("“\(statement.title.rawValue)”"),
            ])
        }
        let columns = [
            OfficialLayout.column(12), OfficialLayout.restColumn, OfficialLayout.column(42, .leading),
            OfficialLayout.column(42, .leading),
        ]
        return Table(columns: columns, header: [header], rows: rows, padding: OfficialLayout.cellPadding)
    }
}
