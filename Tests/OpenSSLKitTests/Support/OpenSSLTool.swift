import Foundation

/// The `openssl` command in a folder of its own, as a peer that shares no Swift with us.
final class OpenSSLTool {
    struct Failure: Error { let arguments: [String], output: String }

    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "openssl-tool-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ bytes: [UInt8], to name: String) throws { try Data(bytes).write(to: folder.appending(path: name)) }

    func read(_ name: String) throws -> [UInt8] { try Array(Data(contentsOf: folder.appending(path: name))) }

    /// Runs `openssl` with arguments separated by spaces, in the folder.
    /// - Throws: `Failure` for any exit code but 0.
    @discardableResult
    func run(_ line: String) throws -> String {
        let arguments = line.split(separator: " ").map(String.init)
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        process.currentDirectoryURL = folder
        (process.standardOutput, process.standardError) = (pipe, pipe)
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(arguments: arguments, output: output) }
        return output
    }
}
