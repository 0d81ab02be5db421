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
