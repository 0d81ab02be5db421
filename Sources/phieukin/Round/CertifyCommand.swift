import ArgumentParser
import Client

struct CertifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certify", abstract: "Certify and publish the results (công bố kết quả).",
        discussion: """
            Refused while there are warnings: a unanimous box tells how everyone voted; more voters found their slips
            than a box holds. Acknowledge by name.
            """)

    @OptionGroup
    var argument: RoundArgument

    @Option(help: ArgumentHelp("A warning that was read and accepted: unanimous, contradiction.", valueName: "name"))
    var acknowledge: [String] = []

    func run() async throws {
        try await argument.service.staff().certify(argument.round, acknowledging: acknowledge)
        Terminal.say("Certified (đã công bố). The record: phieukin round record --round ROUNDID --out FILE.zip")
    }
}
