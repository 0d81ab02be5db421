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
