import Recognition
import Typesetting

/// What every decision has but its annex: head, title, text, closing.
struct DecisionPage: Sendable {
    let words: FilledTemplate
    let fields: DecisionFields

    /// The part of the template that says for whom the signer signs.
    let signFor: String
    let code: String?

    func blocks(_ templates: TemplateSet) throws(TemplateFault) -> [Block] {
        let head = try letterhead.blocks(templates) + DocumentTitle(words, code: code).blocks
        let text = OfficialLayout.blocks(try words.passage("body"))
        return OfficialLayout.closed(head + text, by: try closing(templates).block)
    }

    private var letterhead: Letterhead {
        Letterhead(
            parent: fields.authority.parent, authority: fields.authority.bodyName, place: fields.authority.place,
            date: fields.date.vietnamese, number: fields.number.description)
    }

    private func closing(_ templates: TemplateSet) throws(TemplateFault) -> Closing {
        Closing(
            recipientsHead: try letterhead.recipientsHead(templates), recipients: try words.passage("recipients"),
            signFor: try words.line(signFor), position: try words.line("position"), signer: fields.signer.name,
            isSignedDigitally: true)
    }
}
