import Foundation

/// A folder of a test's own, gone with it.
final class Scratch {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "ArchiveKitTests-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }

    func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: file(name)))) }

    func put(_ bytes: [UInt8], _ name: String) throws { try Data(bytes).write(to: URL(fileURLWithPath: file(name))) }

    /// Runs a command in the folder, with output and errors together.
    @discardableResult
    func run(_ command: [String], environment: [String: String] = [:]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.currentDirectoryURL = URL(fileURLWithPath: path)
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
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
