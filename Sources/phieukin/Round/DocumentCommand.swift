import ArgumentParser
import Client

struct DocumentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "document",
        abstract: "Print a paper of the round as PDF: ballots, attendance sheet, minutes, notice, Mẫu 1, Mẫu 2.",
        discussion: """
            ballot           Mẫu 03-PĐG, to be voted on by hand
            specimen         the same, marked as a specimen
            attendance       the attendance sheet (danh sách)
            minutes          the minutes of the count (biên bản kiểm phiếu), once the box is open
            notice           the notice of results (Mẫu 3); needs --number, --signer-name and --signer-position
            plan             Mẫu 1 of the unit given with --unit
            self-assessment  Mẫu 2 of the unit given with --unit
            """)

    @OptionGroup
    var argument: RoundArgument

    @Option(help: ArgumentHelp("Which one.", valueName: "form"))
    var form: String

    @Option(help: ArgumentHelp("Where to write it.", valueName: "pdf"))
    var out: String

    @Option(help: ArgumentHelp("The paper's date, as 2026-12-20; today if not given.", valueName: "date"))
    var date: String?

    @Option(help: ArgumentHelp("The paper's number, such as 12-TB/ĐU.", valueName: "number"))
    var number: String?

    @Option(help: ArgumentHelp("Who signs it.", valueName: "name"))
    var signerName: String?

    @Option(help: ArgumentHelp("The signer's position (chức vụ), such as “Bí thư”.", valueName: "text"))
    var signerPosition: String?

    @Option(help: ArgumentHelp("Where the meeting is held.", valueName: "text"))
    var place: String?

    @Option(help: ArgumentHelp("The id of the unit whose paper it is.", valueName: "id"))
    var unit: String?

    func run() async throws {
        let given = [
            "date": date, "number": number, "signer": signerName, "position": signerPosition, "place": place,
            "unit": unit,
        ]
        let pdf = try await argument.service.staff().paper(form, of: argument.round, given.compactMapValues(\.self))
        try OutputFile.write(pdf, to: out)
        Terminal.say(out)
    }
}
