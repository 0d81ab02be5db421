import Foundation

/// Another program, which shares nothing with ours.
public enum Command {
    public struct Outcome: Sendable {
        public let status: Int32

        /// What it wrote to standard output.
        public let bytes: [UInt8]
        public let errors: String

        public var output: String { String(decoding: bytes, as: UTF8.self) }
    }

    /// Runs a program, found as the shell would find it, with nothing to read.
    /// - Parameter folder: where it runs; here if nil.
    @discardableResult
    public static func run(
        _ words: [String], in folder: String? = nil, environment: [String: String] = [:]
    ) throws -> Outcome {
        // A file, not a second pipe: of two pipes read one after the other, either may be full while the other is read.
        let place = try TemporaryFolder()
        try place.write([], to: "errors")
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = words
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        if let folder { process.currentDirectoryURL = URL(filePath: folder) }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe
        process.standardError = try FileHandle(forWritingTo: URL(filePath: place.file("errors")))
        try process.run()
        let bytes = [UInt8](pipe.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, bytes: bytes,
            errors: String(decoding: try place.read("errors"), as: UTF8.self))
    }
}
