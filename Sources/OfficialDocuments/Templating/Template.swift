import StrictEncoding

/// The wording of one form, read and checked against what the form offers.
struct Template: Sendable {
    let name: TemplateName

    /// Where it was read from, for faults.
    let file: String
    let lines: [String: TemplateText]
    let passages: [String: [TemplateParagraph]]

    var texts: [TemplateText] { Array(lines.values) + passages.values.joined().map(\.text) }
}

extension Template {
    static let format = "phieukin-template/1"

    /// The most bytes of a template, and the most characters of one of its texts.
    static let maximumSize = 128 * 1024
    static let maximumText = 4000

    /// Reads a template's file.
    /// - Parameter file: its name, for faults.
    /// - Throws: `TemplateFault` for anything but all the parts of the form and nothing else, with fields, conditions
    ///   and lists that the form has.
    init(_ name: TemplateName, parsing bytes: [UInt8], file: String) throws(TemplateFault) {
        let schema = name.form.schema
        let reader = TemplateReader(file: file, schema: schema)
        let object = try reader.parts(of: bytes)
        var lines: [String: TemplateText] = [:]
        for line in schema.lines { lines[line] = try reader.line(object.member(line)) }
        var passages: [String: [TemplateParagraph]] = [:]
        for passage in schema.passages { passages[passage] = try reader.passage(object.member(passage)) }
        self.init(name: name, file: file, lines: lines, passages: passages)
        try checkRequiredFields()
    }

    private func checkRequiredFields() throws(TemplateFault) {
        let used = Set(texts.flatMap(\.fields).map(\.name))
        for field in name.form.schema.required where !used.contains(field) {
            throw TemplateFault(file: file, "the field {\(field)} must stand somewhere in this template")
        }
    }
}
