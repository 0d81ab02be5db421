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
