import ArgumentParser
import Client

struct IssuingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issuing", abstract: "Open the issuing of slips (phát phiếu) to those present.")

    @OptionGroup
    var argument: RoundArgument

    func run() async throws {
        try await argument.service.staff().issue(argument.round)
        Terminal.say("Slips are being issued (đang phát phiếu).")
    }
}

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
