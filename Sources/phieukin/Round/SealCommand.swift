import ArgumentParser
import Client

struct SealCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal", abstract: "Close the voting and seal the box (niêm phong hòm phiếu), for good.",
        discussion: "Refused while somebody present has no ballot or slips are not in: acknowledge by name.")

    @OptionGroup
    var argument: RoundArgument

    @Option(
        help: ArgumentHelp("A warning that was read and accepted: without-ballot, slips-missing.", valueName: "name"))
    var acknowledge: [String] = []

    func run() async throws {
        try await argument.service.staff().seal(argument.round, acknowledging: acknowledge)
        Terminal.say("Sealed (đã niêm phong). The voters' devices may look for their slips: phieukin vote --find")
    }
}
