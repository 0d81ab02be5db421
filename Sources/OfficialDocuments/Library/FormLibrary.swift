public import Typesetting

/// Forms made into PDF: an installation's wording and its typesetter.
public struct FormLibrary: Sendable {
    public let templates: TemplateSet
    public let typesetter: Typesetter

    public init(templates: TemplateSet, typesetter: Typesetter) {
        self.templates = templates
        self.typesetter = typesetter
    }

    /// - Parameter created: seconds since 1970; the same form at the same time gives the same bytes.
    /// - Throws: `TypesettingError` for what cannot be laid out, such as a text too long for a QR code.
    public func typeset(_ form: some OfficialForm, created: Int64) throws -> TypesetDocument {
        try typesetter.typeset(form.document(templates, created: created))
    }
}

/// A form of the procedure with all that is to stand on it.
public protocol OfficialForm: Sendable {
    /// The document, in the wording of `templates`.
    /// - Parameter created: seconds since 1970, stated in the PDF; the same form then gives the same bytes.
    /// - Throws: `TemplateFault` where a template does not fit the form, which a `TemplateSet` does not let happen.
    func document(_ templates: TemplateSet, created: Int64) throws(TemplateFault) -> PrintedDocument
}
