public import Recognition
import Typesetting

/// What the unit's own papers, Mẫu 1 and Mẫu 2, are printed for; the rest is written by hand.
public struct UnitPaper: Hashable, Sendable {
    public let unit: Unit

    /// The body above the unit, at the head: the authority itself for a unit right under it.
    public let superior: String

    /// Where the paper is dated.
    public let place: String
    public let year: Int

    /// The guidance as the paper cites it.
    public let citation: String

    public init(unit: Unit, superior: String, place: String, year: Int, citation: String) {
        self.unit = unit
        self.superior = superior
        self.place = place
        self.year = year
        self.citation = citation
    }

    static let fields = ["unit", "parent", "place", "titles", "year", "citation"]

    var values: FieldValues {
        FieldValues([
            "unit": unit.name, "parent": superior, "place": place,
            "titles": RecognitionTitle.listed([unit.kind.title]), "year": String(year), "citation": citation,
        ])
    }
}

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
