import ArgumentParser
import Client
import SecretBallot

struct BoardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "board", abstract: "Register the public halves of the counting board's keys with a draft round.")

    @OptionGroup
    var argument: RoundArgument

    @OptionGroup
    var file: KeyFileOption

    func run() async throws {
        let device = try file.device()
        try await argument.service.staff().setBoard(device.board, of: argument.round)
        Terminal.say("Registered \(device.name). The private halves stay in \(file.keyFile).")
    }
}
