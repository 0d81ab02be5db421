import ArgumentParser
import Client

struct VotingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "voting", abstract: "Open the voting (bỏ phiếu).",
        discussion: "Refused while there are warnings: read them to the meeting, then acknowledge them by name.")

    @OptionGroup
    var argument: RoundArgument

    @Option(help: ArgumentHelp("A warning that the meeting accepted: few-present, no-quorum.", valueName: "name"))
    var acknowledge: [String] = []

    func run() async throws {
        try await argument.service.staff().vote(argument.round, acknowledging: acknowledge)
        Terminal.say("Voting is open (đang bỏ phiếu).")
    }
}
