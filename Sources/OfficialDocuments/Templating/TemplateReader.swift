import Recognition
import StrictEncoding

/// Reads the parts of one template's file; every fault names the file and the place.
struct TemplateReader {
    let file: String
    let schema: TemplateSchema

    /// The file as an object with exactly the form's parts.
    func parts(of bytes: [UInt8]) throws(TemplateFault) -> PartsReader {
        try located { () throws(MalformedInput) in
            let json = try JSONReader(parsing: bytes, as: "template", limit: Template.maximumSize)
            let object = try json.object(["format"] + schema.lines + schema.passages)
            let format = try object.member("format")
            guard ExactText(try format.string()) == ExactText(Template.format) else {
                throw MalformedInput(.wrongValue, at: format.place, Template.format)
            }
            return PartsReader(object: object, reader: self)
        }
    }

    func line(_ reader: JSONReader) throws(TemplateFault) -> TemplateText {
        try text(reader, fields: schema.fields)
    }

    func passage(_ reader: JSONReader) throws(TemplateFault) -> [TemplateParagraph] {
        let elements = try located { () throws(MalformedInput) in try reader.array(maximum: 200) }
        var paragraphs: [TemplateParagraph] = []
        for element in elements { paragraphs.append(try paragraph(element)) }
        return paragraphs
    }

    /// A string is a paragraph of the body; an object says more.
    private func paragraph(_ reader: JSONReader) throws(TemplateFault) -> TemplateParagraph {
        if case .string = reader.value {
            return TemplateParagraph(style: .body, text: try line(reader), condition: nil, list: nil)
        }
        let object = try located { () throws(MalformedInput) in
            try reader.object(["text"], optional: ["style", "when", "each"])
        }
        let style = try located { () throws(MalformedInput) in
            try object.optional("style")?.choice(ParagraphStyle.self) ?? .body
        }
        let list = try list(object.optional("each"))
        let fields = schema.fields + (list.flatMap { schema.lists[$0] } ?? [])
        let words = try located { () throws(MalformedInput) in try object.member("text") }
        return TemplateParagraph(
            style: style, text: try text(words, fields: fields), condition: try condition(object.optional("when")),
            list: list)
    }

    private func text(_ reader: JSONReader, fields: [String]) throws(TemplateFault) -> TemplateText {
        let words = try located { () throws(MalformedInput) in
            let words = try reader.string()
            if !words.isEmpty { try PlainText.check(words, maximum: Template.maximumText, at: reader.place) }
            return words
        }
        let text: TemplateText
        do {
            text = try TemplateTextParser.parse(words)
        } catch {
            throw fault(reader.place, error.text)
        }
        for field in text.fields where !fields.contains(field.name) {
            let known = Self.listed(fields) { "{\($0)}" }
            throw fault(reader.place, "unknown field {\(field.name)}; here there are \(known)")
        }
        return text
    }

    private func condition(_ reader: JSONReader?) throws(TemplateFault) -> TemplateParagraph.Condition? {
        guard let reader else { return nil }
        let condition = TemplateParagraph.Condition(try located { () throws(MalformedInput) in try reader.string() })
        guard schema.conditions.contains(condition.name) else {
            throw fault(reader.place, "unknown condition; here there are \(Self.listed(schema.conditions))")
        }
        return condition
    }

    private func list(_ reader: JSONReader?) throws(TemplateFault) -> String? {
        guard let reader else { return nil }
        let list = try located { () throws(MalformedInput) in try reader.string() }
        guard schema.lists[list] != nil else {
            throw fault(reader.place, "unknown list; here there are \(Self.listed(schema.lists.keys.sorted()))")
        }
        return list
    }

    private static func listed(_ names: [String], _ spelled: (String) -> String = { "“\($0)”" }) -> String {
        names.isEmpty ? "none" : names.map(spelled).joined(separator: ", ")
    }

    func located<Value>(_ read: () throws(MalformedInput) -> Value) throws(TemplateFault) -> Value {
        do {
            return try read()
        } catch {
            throw fault(error.place, MalformedInput(error.reason, at: "", error.detail).description)
        }
    }

    private func fault(_ place: String, _ problem: String) -> TemplateFault {
        TemplateFault(file: file, place: place.hasPrefix("template.") ? String(place.dropFirst(9)) : place, problem)
    }
}

/// The members of a template's file, already known to be exactly the form's parts.
struct PartsReader {
    let object: JSONObjectReader
    let reader: TemplateReader

    func member(_ name: String) throws(TemplateFault) -> JSONReader {
        try reader.located { () throws(MalformedInput) in try object.member(name) }
    }
}
