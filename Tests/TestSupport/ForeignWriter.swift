import Foundation

/// Another program that writes to an SQLite database, and does not come to an end.
public final class ForeignWriter {
    private static let script = """
        import sqlite3, sys
        base = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None)
        base.execute("BEGIN IMMEDIATE")
        print("held", flush=True)
        sys.stdin.read()
        """

    private let process = Process()
    private let input = Pipe()

    /// It holds the lock, or was refused it, when this returns.
    public init(_ path: String) throws {
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", Self.script, path]
        (process.standardInput, process.standardOutput) = (input, output)
        process.standardError = FileHandle.nullDevice
        try process.run()
        isHolding = !output.fileHandleForReading.availableData.isEmpty
    }

    public let isHolding: Bool

    /// Lets go of the lock, and ends.
    public func letGo() {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    deinit {
        if process.isRunning { process.interrupt() }
    }
}
