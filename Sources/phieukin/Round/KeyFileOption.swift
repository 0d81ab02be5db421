import ArgumentParser

/// The board member's own key file.
struct KeyFileOption: ParsableArguments {
    @Option(help: ArgumentHelp("The file that `phieukin round board-key` wrote.", valueName: "file"))
    var keyFile: String

    func key() throws -> BoardKeyFile { try BoardKeyFile(parsing: SecretFile.read(keyFile)) }
}
