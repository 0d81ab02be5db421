import ArgumentParser
import Client
import SecretBallot
import StrictEncoding

struct BoardKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "board-key",
        abstract: "Make the counting board's keys (khóa của ban kiểm phiếu) here, without the server.",
        discussion: """
            The file holds the key that opens the box and the key that signs for its holder. Make fresh ones for every
            round, on a machine of the board's, and keep them there. Who has them can open the box: no vote is counted
            without them, and no copy of them exists.
            """)

    @Option(help: ArgumentHelp("The member's name.", valueName: "name"))
    var name: String

    @Option(help: ArgumentHelp("Where to write the keys; only you will be able to read them.", valueName: "file"))
    var out: String

    func run() async throws {
        try SecretFile.write(BoardDevice(name: name).json.encoded(indented: true), to: out)
        Terminal.say("Keys of \(name) in \(out). Next: phieukin round board ROUND --key-file \(out)")
    }
}

/// The board member's own key file.
struct KeyFileOption: ParsableArguments {
    @Option(help: ArgumentHelp("The file that `phieukin round board-key` wrote.", valueName: "file"))
    var keyFile: String

    func device() throws -> BoardDevice { try BoardDevice(stored: SecretFile.read(keyFile)) }
}

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
