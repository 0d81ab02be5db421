public import Typesetting

/// A form of the procedure with all that is to stand on it.
public protocol OfficialForm: Sendable {
    /// The document, in the wording of `templates`.
    /// - Parameter created: seconds since 1970, stated in the PDF; the same form then gives the same bytes.
    /// - Throws: `TemplateFault` where a template does not fit the form, which a `TemplateSet` does not let happen.
    func document(_ templates: TemplateSet, created: Int64) throws(TemplateFault) -> PrintedDocument
}
