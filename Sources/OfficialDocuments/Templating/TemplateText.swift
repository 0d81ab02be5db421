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
