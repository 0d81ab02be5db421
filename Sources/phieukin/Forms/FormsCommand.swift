import ArgumentParser
import OfficialDocuments
import Typesetting

struct FormsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forms",
        abstract: "Print every form (mẫu) as PDF with sample data.",
        discussion: """
            An installation that changes the forms' wording (docs/templates.md) sees here what comes of it before it
            serves. Names, figures and codes are imaginary, and so are the addresses in the QR codes; the same wording
            gives the same bytes each time.
            """)

    @Option(help: ArgumentHelp("Where to put the PDFs.", valueName: "dir"))
    var out: String

    @OptionGroup
    var wording: FormOptions

    func run() async throws {
        let library = try wording.library()
        let samples = try SampleForms().all
        try OutputFile.folder(out)
        for sample in samples {
            let document = try library.typeset(sample.form, created: SampleForms.created)
            try OutputFile.write(document.pdf, to: "\(out)/\(sample.fileName)")
            Terminal.say("\(out)/\(sample.fileName)")
        }
    }
}

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
