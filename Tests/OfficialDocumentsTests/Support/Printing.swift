import OfficialDocuments
import Typesetting

/// Forms printed in the bundled wording, at one time.
enum Printing {
    /// 20 December 2026, 08:00 in Vietnam.
    static let created: Int64 = 1_797_728_400

    static func library() throws -> FormLibrary {
        FormLibrary(templates: try TemplateSet.bundled(), typesetter: try Typesetter())
    }

    static func document(_ form: some OfficialForm) throws -> TypesetDocument {
        try library().typeset(form, created: created)
    }

    static func pages(_ form: some OfficialForm) throws -> PrintedPages { try PrintedPages(document(form)) }
}
