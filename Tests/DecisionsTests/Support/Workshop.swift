import Foundation

/// Other programs over the same standards, with a folder of their own that goes with it.
final class Workshop: Sendable {
    struct Failure: Error, CustomStringConvertible {
        let command: [String]
        let output: String
        var description: String { "\(command.joined(separator: " "))\n\(output)" }
    }

    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "phieukin-decisions-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Runs in the folder.
    /// - Returns: what it printed.
    /// - Throws: `Failure` where it did not exit 0.
    @discardableResult
    func callAsFunction(_ command: String) throws -> String {
        try callAsFunction(command.split(separator: " ").map(String.init))
    }

    @discardableResult
    func callAsFunction(_ command: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        process.currentDirectoryURL = folder
        let pipe = Pipe()
        try write("", to: "errors")
        process.standardOutput = pipe
        process.standardError = try FileHandle(forWritingTo: folder.appending(path: "errors"))
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(command: command, output: output + String(decoding: try read("errors"), as: UTF8.self))
        }
        return output
    }

    func write(_ bytes: [UInt8], to name: String) throws { try Data(bytes).write(to: folder.appending(path: name)) }
    func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }
    func read(_ name: String) throws -> [UInt8] { try [UInt8](Data(contentsOf: folder.appending(path: name))) }
}
