import ArgumentParser
import OfficialDocuments
import Recognition
import Typesetting

/// The access slips as PDF: where to, and what stands on them besides names and codes.
struct SlipsOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Where to print the access slips (thẻ vào phiếu), eight a page; only you will be able to read them.",
            valueName: "pdf"))
    var outPDF: String?

    @Option(help: ArgumentHelp("The round's title, for --out-pdf.", valueName: "text"))
    var title: String?

    @Option(help: ArgumentHelp("The committee, such as “Đảng ủy xã Bum Tở”, for --out-pdf.", valueName: "name"))
    var authority: String?

    @Option(help: ArgumentHelp("The service, such as https://phieu.example, for --out-pdf.", valueName: "url"))
    var address: String?

    @OptionGroup
    var wording: FormOptions

    func validate() throws {
        let given = [outPDF, title, authority, address].count { $0 != nil }
        guard [0, 4].contains(given) else {
            throw ValidationError("--out-pdf, --title, --authority and --address go together.")
        }
    }

    /// The printed slips, secret, and where they go; nil where none are asked for.
    /// - Throws: `MalformedInput` for a title, name or address; `TemplateFault`, `TypesettingError`.
    func slips(of cards: AccessCards) throws -> (pdf: [UInt8], path: String)? {
        guard let outPDF, let title, let authority, let address else { return nil }
        try PlainText.check(title, maximum: 300, at: "title")
        let page = try VoterPage(of: address)
        let form = try AccessSlipsForm(
            authority: body(named: authority), roundTitle: title, address: page.printed, slips: cards.slips(on: page))
        return (try wording.library().typeset(form, created: Clock.now).pdf, outPDF)
    }

    /// Slips show its name alone, as it is given.
    private func body(named name: String) throws -> Authority {
        try Authority(name: name, parent: name, kind: .grassrootsCommittee, place: name)
    }
}
