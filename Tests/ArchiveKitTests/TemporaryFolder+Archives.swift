import TestSupport

extension TemporaryFolder {
    /// Runs a command in the folder, with output and errors together.
    @discardableResult
    func run(_ command: [String], environment: [String: String] = [:]) throws -> (status: Int32, output: String) {
        let outcome = try Command.run(command, in: path, environment: environment)
        return (outcome.status, outcome.output + outcome.errors)
    }

    /// Runs a Python script with `zipfile` and `z`, a new archive "a.zip", to write what our writer would not.
    func pythonArchive(_ script: String) throws -> String {
        let whole = "import zipfile, warnings\nwarnings.simplefilter('ignore')\nz = zipfile.ZipFile('a.zip', 'w')\n"
        let result = try run(["python3", "-c", whole + script + "\nz.close()"])
        guard result.status == 0 else { throw PeerFailure(output: result.output) }
        return file("a.zip")
    }
}

struct PeerFailure: Error {
    let output: String
}
