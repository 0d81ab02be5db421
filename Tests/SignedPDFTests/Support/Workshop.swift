import Foundation

/// Other programs over the same standards, with a folder of their own that goes with it.
final class Workshop: Sendable {
    struct Failure: Error, CustomStringConvertible {
        let command: [String]
        let output: String
        var description: String { "\(command.joined(separator: " "))\n\(output)" }
    }

    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("phieukin-pdf-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Runs in the folder.
    /// - Returns: what it printed, on both streams.
    /// - Throws: `Failure` where it did not exit with one of `codes`.
    @discardableResult
    func run(_ command: String..., codes: Set<Int32> = [0]) throws -> String {
        try run(command, codes: codes)
    }

    @discardableResult
    func run(_ command: [String], codes: Set<Int32> = [0]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.currentDirectoryURL = folder
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard codes.contains(process.terminationStatus) else { throw Failure(command: command, output: output) }
        return output
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: folder.appendingPathComponent(name))
    }

    func read(_ name: String) throws -> [UInt8] { try [UInt8](Data(contentsOf: folder.appendingPathComponent(name))) }
}
