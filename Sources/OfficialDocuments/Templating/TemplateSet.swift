/// The wording of every form.
public struct TemplateSet: Sendable {
    private let templates: [TemplateName: Template]

    /// - Throws: `TemplateFault` if a form has no template.
    init(_ templates: [TemplateName: Template]) throws(TemplateFault) {
        for name in TemplateName.allCases where templates[name] == nil {
            throw TemplateFault(file: name.fileName, "there is no such template")
        }
        self.templates = templates
    }

    /// - Throws: `TemplateFault`, which `init` has made impossible.
    func template(_ name: TemplateName) throws(TemplateFault) -> Template {
        guard let template = templates[name] else {
            throw TemplateFault(file: name.fileName, "there is no such template")
        }
        return template
    }

    func replacing(_ others: [TemplateName: Template]) throws(TemplateFault) -> TemplateSet {
        try TemplateSet(templates.merging(others) { $1 })
    }
}
