import ArgumentParser
import Client

struct BoardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "board", abstract: "Register the public halves of the counting board's keys with a draft round.")

    @OptionGroup
    var argument: RoundArgument

    @OptionGroup
    var file: KeyFileOption

    func run() async throws {
        let key = try file.key()
        try await argument.service.staff().setBoard(key.board, of: argument.round)
        Terminal.say("Registered \(key.name). The private halves stay in \(file.keyFile).")
    }
}
