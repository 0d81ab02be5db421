import ArgumentParser
import Client
import Recognition

struct PrepareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prepare",
        abstract: "Write the decisions to be signed outside the service, with a USB token for instance.",
        discussion: """
            Each paper gets its number and is written as PDF. Sign the files with the program of your token, as PAdES,
            adding to the file and not writing it anew; then hand them in with `phieukin round attach`. A program that
            signs bytes and not PDF signs the bytes that --bytes writes, as detached CMS.
            """)

    @OptionGroup
    var argument: RoundArgument

    @OptionGroup(title: "Signer")
    var signer: SignerOptions

    @Option(help: ArgumentHelp("A unit's id; all that were recognised if none is given.", valueName: "id"))
    var unit: [String] = []

    @Flag(help: "One decision for all of them, with a list annexed.")
    var together = false

    @Flag(help: "Write the bytes to be signed as well.")
    var bytes = false

    @Option(help: ArgumentHelp("The folder to write to.", valueName: "dir"))
    var out: String

    func run() async throws {
        let staff = try argument.service.staff()
        let papers = try await staff.prepareDecisions(
            argument.round, units: unit.isEmpty ? nil : unit, together: together, date: signer.day(),
            signer: signer.signer())
        try OutputFile.folder(out)
        for paper in papers {
            try OutputFile.write(try await staff.preparedDocument(paper.id), to: "\(out)/\(paper.id).pdf")
            if bytes { try OutputFile.write(try await staff.bytesToSign(paper.id), to: "\(out)/\(paper.id).bin") }
            Terminal.say("\(paper.id)  \(paper.number)  \(out)/\(paper.id).pdf")
        }
    }
}
