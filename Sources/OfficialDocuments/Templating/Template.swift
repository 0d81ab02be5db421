/// The wording of one form, read and checked against what the form offers.
struct Template: Sendable {
    let name: TemplateName

    /// Where it was read from, for faults.
    let file: String
    let lines: [String: TemplateText]
    let passages: [String: [TemplateParagraph]]

    var texts: [TemplateText] { Array(lines.values) + passages.values.joined().map(\.text) }
}
