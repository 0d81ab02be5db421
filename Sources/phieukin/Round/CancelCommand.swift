import ArgumentParser
import Client

struct CancelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Cancel a round (hủy đợt bỏ phiếu) that is not sealed yet, for good.")

    @OptionGroup
    var argument: RoundArgument

    @Option(help: "Why, for the minutes.")
    var reason: String

    func run() async throws {
        try await argument.service.staff().cancel(argument.round, reason: reason)
        Terminal.say("Cancelled (đã hủy).")
    }
}
