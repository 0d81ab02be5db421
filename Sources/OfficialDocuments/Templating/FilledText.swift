/// A text whose fields are filled: plain characters, some of them set off.
struct FilledText: Hashable, Sendable {
    struct Stretch: Hashable, Sendable {
        let text: String
        let emphasis: Emphasis
    }

    /// No two in a row are set off alike.
    let stretches: [Stretch]

    init(stretches: [Stretch]) {
        self.stretches = stretches.reduce(into: []) { joined, next in
            if let last = joined.last, last.emphasis == next.emphasis {
                joined[joined.count - 1] = Stretch(text: last.text + next.text, emphasis: next.emphasis)
            } else {
                joined.append(next)
            }
        }
    }

    var plain: String { stretches.map(\.text).joined() }
    var isEmpty: Bool { stretches.allSatisfy(\.text.isEmpty) }
}

extension TemplateText {
    /// - Throws: `TemplateFault` for a field without a value, which a form's schema has and the form does not fill.
    func filled(with values: FieldValues, in file: String) throws(TemplateFault) -> FilledText {
        var stretches: [FilledText.Stretch] = []
        for piece in pieces {
            switch piece.content {
            case .words(let words): stretches.append(.init(text: words, emphasis: piece.emphasis))
            case .field(let field):
                guard let value = values.texts[field.name] else {
                    throw TemplateFault(file: file, "the form has no value for {\(field.name)}")
                }
                stretches.append(.init(text: field.spelled(value), emphasis: piece.emphasis))
            }
        }
        return FilledText(stretches: stretches)
    }
}
