import TestSupport
import Testing

@testable import OfficialDocuments

/// docs/templates.md names every form's file, fields, conditions and lists.
@Suite struct TemplateDocumentationTests {
    private let page: String

    init() throws {
        page = try TestFiles.text("docs/templates.md")
    }

    @Test(arguments: TemplateName.allCases)
    func namesAllOf(name: TemplateName) {
        let schema = name.form.schema
        #expect(page.contains("`\(name.fileName)`"))
        for word in schema.fields + schema.conditions + schema.lists.keys { #expect(page.contains("`\(word)`")) }
        for field in schema.required { #expect(page.contains("`\(field)`*")) }
    }

    @Test func namesAllStyles() {
        for style in ParagraphStyle.allCases { #expect(page.contains("| `\(style.rawValue)` |")) }
    }
}
