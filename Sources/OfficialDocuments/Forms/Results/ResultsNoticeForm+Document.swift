import Recognition
public import Typesetting

extension ResultsNoticeForm: OfficialForm {
    public func document(_ templates: TemplateSet, created: Int64) throws(TemplateFault) -> PrintedDocument {
        let words = try templates.filled(.noticeOfResults, with: values)
        let head = try letterhead.blocks(templates) + DocumentTitle(words).blocks
        let text = head + OfficialLayout.blocks(try words.passage("body"))
        return OfficialLayout.document(
            try words.line("document-title"), by: authority.bodyName, created: created,
            OfficialLayout.closed(text, by: try closing(words, templates).block))
    }

    private var letterhead: Letterhead {
        Letterhead(
            parent: authority.parent, authority: authority.bodyName, place: authority.place, date: date.vietnamese,
            number: number)
    }

    private func closing(_ words: FilledTemplate, _ templates: TemplateSet) throws(TemplateFault) -> Closing {
        Closing(
            recipientsHead: try letterhead.recipientsHead(templates), recipients: try words.passage("recipients"),
            signFor: try words.line(authority.signFor), position: try words.line("position"), signer: signer.name,
            isSignedDigitally: true)
    }
}
