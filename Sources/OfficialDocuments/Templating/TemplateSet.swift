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

extension TemplateSet {
    /// The bytes of a template that comes with the program: what an installation copies to change its wording.
    public static func bundledBytes(of name: TemplateName) -> [UInt8] { name.form.bundled }

    /// The templates that come with the program.
    /// - Throws: `TemplateFault` if one of them was damaged before the program was built.
    public static func bundled() throws(TemplateFault) -> TemplateSet {
        var templates: [TemplateName: Template] = [:]
        for name in TemplateName.allCases {
            templates[name] = try Template(name, parsing: name.form.bundled, file: name.fileName)
        }
        return try TemplateSet(templates)
    }
}
