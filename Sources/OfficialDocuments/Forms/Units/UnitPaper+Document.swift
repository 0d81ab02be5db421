import Recognition
import Typesetting

extension UnitPaper {
    /// Head, title, text with its blanks, closing; Mẫu 1 and Mẫu 2 differ in their templates alone.
    func document(
        _ name: TemplateName, _ templates: TemplateSet, created: Int64, boxes: [Block] = []
    ) throws(TemplateFault) -> PrintedDocument {
        let words = try templates.filled(name, with: values)
        let letterhead = Letterhead(
            parent: superior, authority: unit.name, place: place, date: try words.plain("date"),
            number: try words.plain("number"))
        let head = try letterhead.blocks(templates) + DocumentTitle(words).blocks
        let text = head + OfficialLayout.blocks(try words.passage("body"), boxes: boxes)
        let closing = Closing(
            recipientsHead: try letterhead.recipientsHead(templates), recipients: try words.passage("recipients"),
            signFor: try words.line("sign-for"), position: try words.line("position"), signer: nil,
            isSignedDigitally: false)
        return OfficialLayout.document(
            try words.line("document-title"), by: unit.name, created: created,
            OfficialLayout.closed(text, by: closing.block))
    }
}
