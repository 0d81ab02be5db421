/// One text of a template, taken apart before any field is filled: what a field holds is never read as markup.
struct TemplateText: Hashable, Sendable {
    enum Content: Hashable, Sendable {
        case words(String)
        case field(FieldReference)
    }

    struct Piece: Hashable, Sendable {
        let content: Content
        let emphasis: Emphasis
    }

    let pieces: [Piece]

    var fields: [FieldReference] {
        pieces.compactMap { piece in
            if case .field(let field) = piece.content { field } else { nil }
        }
    }
}

/// One paragraph of a template, and when and how often it is printed.
struct TemplateParagraph: Hashable, Sendable {
    /// A condition of the form, or its contrary: `"many"`, `"not many"`.
    struct Condition: Hashable, Sendable {
        let name: String
        let holds: Bool

        init(_ text: String) {
            holds = !text.hasPrefix("not ")
            name = holds ? text : String(text.dropFirst(4))
        }
    }

    let style: ParagraphStyle
    let text: TemplateText
    let condition: Condition?

    /// The list whose every element the paragraph is printed for; nil for once.
    let list: String?
}

/// How a stretch of a template's text is set off.
struct Emphasis: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let bold = Emphasis(rawValue: 1)
    static let italic = Emphasis(rawValue: 2)
}
