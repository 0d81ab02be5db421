import ArgumentParser
import OfficialDocuments
import Typesetting

/// In which wording forms are printed.
struct FormOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Forms in this installation's own wording (*.json).", valueName: "dir"))
    var templates: String?

    /// - Throws: `TemplateFault` for the first fault in a template, `TypesettingError` where the fonts are missing.
    func library() throws -> FormLibrary {
        FormLibrary(
            templates: try templates.map(TemplateSet.init(overriding:)) ?? .bundled(), typesetter: try Typesetter())
    }
}
