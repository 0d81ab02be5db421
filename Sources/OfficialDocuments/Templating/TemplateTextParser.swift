/// Reads `**bold**`, `__italic__` and `{field}`; `{{` and `}}` stand for the braces themselves.
struct TemplateTextParser {
    private var rest: Substring
    private var words = ""
    private var pieces: [TemplateText.Piece] = []
    private var emphasis: Emphasis = []

    private init(_ text: String) { rest = text[...] }

    /// - Throws: `Problem` saying what is wrong with the text.
    static func parse(_ text: String) throws(Problem) -> TemplateText {
        var parser = TemplateTextParser(text)
        while !parser.rest.isEmpty { try parser.step() }
        parser.endWords()
        guard parser.emphasis.isEmpty else {
            throw Problem("\(parser.emphasis.contains(.bold) ? "**" : "__") is opened and not closed")
        }
        return TemplateText(pieces: parser.pieces)
    }

    struct Problem: Error {
        let text: String

        init(_ text: String) { self.text = text }
    }

    private mutating func step() throws(Problem) {
        if take("**") {
            toggle(.bold)
        } else if take("__") {
            toggle(.italic)
        } else if take("{{") {
            words.append("{")
        } else if take("}}") {
            words.append("}")
        } else if take("{") {
            try field()
        } else if take("}") {
            throw Problem("a } without its {; write }} for the brace itself")
        } else {
            words.append(rest.removeFirst())
        }
    }

    private mutating func field() throws(Problem) {
        guard let end = rest.firstIndex(of: "}") else {
            throw Problem("a { without its }; write {{ for the brace itself")
        }
        let name = String(rest[..<end])
        guard let field = FieldReference(name) else {
            throw Problem("{\(name)} is no field's name: write {name}, {Name} or {NAME}")
        }
        rest = rest[end...].dropFirst()
        endWords()
        pieces.append(.init(content: .field(field), emphasis: emphasis))
    }

    private mutating func toggle(_ kind: Emphasis) {
        endWords()
        emphasis.formSymmetricDifference(kind)
    }

    private mutating func endWords() {
        guard !words.isEmpty else { return }
        pieces.append(.init(content: .words(words), emphasis: emphasis))
        words = ""
    }

    private mutating func take(_ mark: String) -> Bool {
        guard rest.hasPrefix(mark) else { return false }
        rest = rest.dropFirst(mark.count)
        return true
    }
}
