import ArgumentParser
import Client

struct CancelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Cancel a round (hủy đợt bỏ phiếu) that is not sealed yet, for good.")

    @OptionGroup
    var argument: RoundArgument

    @Option(help: "Why, for the minutes.")
    var reason: String

    @Option(help: ArgumentHelp("A warning that was read and accepted: ballots-destroyed.", valueName: "name"))
    var acknowledge: [String] = []

    func run() async throws {
        try await argument.service.staff().cancel(argument.round, reason: reason, acknowledging: acknowledge)
        Terminal.say("Cancelled (đã hủy).")
    }
}
