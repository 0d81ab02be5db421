import Typesetting

/// The head of a document: who issues it at the left, the Party's name at the right, number and date below.
struct Letterhead: Hashable, Sendable {
    let parent: String
    let authority: String
    let place: String
    let date: String

    /// nil where the document has none.
    let number: String?

    static let schema = TemplateSchema(
        lines: ["superior", "body", "number", "party", "date", "recipients"],
        fields: ["parent", "authority", "place", "date", "number"],
        required: ["parent", "authority", "place", "date", "number"])

    var values: FieldValues {
        FieldValues([
            "parent": parent, "authority": authority, "place": place, "date": date, "number": number ?? "",
        ])
    }
}

extension Letterhead {
    /// Two pairs of columns, so that number and date stand on one line however long the names above them are.
    func blocks(_ templates: TemplateSet) throws(TemplateFault) -> [Block] {
        let words = try templates.filled(.letterhead, with: values)
        return [
            Self.halves(try issuer(words), [.paragraph(try party(words))]),
            Self.halves(try numberLine(words), [.paragraph(try dateLine(words))]),
        ]
    }

    private static func halves(_ left: [Block], _ right: [Block]) -> Block {
        let widths = OfficialLayout.letterheadWidths
        return .columns([Column(width: .mm(widths.issuer), left), Column(width: .mm(widths.party), right)])
    }

    private func issuer(_ words: FilledTemplate) throws(TemplateFault) -> [Block] {
        let size = OfficialLayout.bodyNameSize
        var star = OfficialLayout.centred("*", size: size)
        star.role = .artifact
        return [
            .paragraph(OfficialLayout.centred(try words.line("superior"), size: size)),
            .paragraph(OfficialLayout.centred(try words.line("body"), size: size, bold: true)), .paragraph(star),
        ]
    }

    private func party(_ words: FilledTemplate) throws(TemplateFault) -> Paragraph {
        var name = OfficialLayout.centred(try words.line("party"), size: OfficialLayout.partySize, bold: true)
        name.ruleBelow = .asLongAsText
        return name
    }

    private func numberLine(_ words: FilledTemplate) throws(TemplateFault) -> [Block] {
        guard number != nil else { return [] }
        return [.paragraph(OfficialLayout.centred(try words.line("number"), size: OfficialLayout.numberSize))]
    }

    private func dateLine(_ words: FilledTemplate) throws(TemplateFault) -> Paragraph {
        OfficialLayout.centred(try words.line("date"), size: OfficialLayout.dateSize, italic: true)
    }
}

extension Letterhead {
    /// "Nơi nhận:"
    func recipientsHead(_ templates: TemplateSet) throws(TemplateFault) -> FilledText {
        try templates.filled(.letterhead, with: values).line("recipients")
    }
}
