import ArgumentParser

/// The password of the signer's key.
struct KeyPasswordOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A file with the password of the signer's key; else it is asked for.", valueName: "file"))
    var keyPasswordFile: String?

    func password() throws -> String {
        try keyPasswordFile.map(InputFile.line) ?? Terminal.password("Password of the signer's key")
    }
}
