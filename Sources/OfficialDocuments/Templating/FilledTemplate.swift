/// A template and what fills it: the wording of one document.
struct FilledTemplate: Sendable {
    struct Paragraph: Hashable, Sendable {
        let style: ParagraphStyle
        let text: FilledText
    }

    let template: Template
    let values: FieldValues

    /// - Throws: `TemplateFault` for a part that the form's schema does not have, or a field without a value.
    func line(_ name: String) throws(TemplateFault) -> FilledText {
        guard let text = template.lines[name] else { throw missing(name) }
        return try text.filled(with: values, in: template.file)
    }

    /// - Throws: `TemplateFault`, as `line`.
    func plain(_ name: String) throws(TemplateFault) -> String { try line(name).plain }

    /// The paragraphs of a part whose conditions hold, repeated as they ask.
    /// - Throws: `TemplateFault`, as `line`.
    func passage(_ name: String) throws(TemplateFault) -> [Paragraph] {
        guard let paragraphs = template.passages[name] else { throw missing(name) }
        var filled: [Paragraph] = []
        for paragraph in paragraphs {
            for values in values.printings(of: paragraph) {
                let text = try paragraph.text.filled(with: values, in: template.file)
                filled.append(Paragraph(style: paragraph.style, text: text))
            }
        }
        return filled
    }

    private func missing(_ part: String) -> TemplateFault { TemplateFault(file: template.file, "no part “\(part)”") }
}

extension TemplateSet {
    /// - Throws: `TemplateFault`, which the making of the set has made impossible.
    func filled(_ name: TemplateName, with values: FieldValues) throws(TemplateFault) -> FilledTemplate {
        FilledTemplate(template: try template(name), values: values)
    }
}
