import Foundation
import Glibc

/// Another program, run to be measured or to be measured against.
final class ChildProcess {
    private let process = Process()

    /// - Parameter command: the program, found on the path unless it has a slash in it, and its arguments.
    /// - Throws: an error of the file system.
    init(_ command: [String], output: Pipe? = nil) throws {
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output ?? FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try Self.withoutBlockedSignals { try process.run() }
    }

    /// Swift's own threads block signals, and what they start would too: `openssl speed` measures by SIGALRM.
    private static func withoutBlockedSignals(_ body: () throws -> Void) rethrows {
        var (all, before) = (sigset_t(), sigset_t())
        sigfillset(&all)
        pthread_sigmask(SIG_UNBLOCK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        try body()
    }

    var isRunning: Bool { process.isRunning }

    /// Asks it to end, and waits until it has.
    func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    /// - Throws: `BenchFault` if it did not end well.
    func finish() throws {
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let command = (process.arguments ?? []).joined(separator: " ")
            throw BenchFault("\(command): ended with code \(process.terminationStatus)")
        }
    }

    /// Memory in MiB, as /proc says it: "VmRSS" now, "VmHWM" at its highest; nil once it has ended.
    func memory(_ field: String) -> Double? {
        let path = "/proc/\(process.processIdentifier)/status"
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix(field + ":") })
        else { return nil }
        return line.split(separator: " ").compactMap { Double($0) }.first.map { $0 / 1024 }
    }

    /// Seconds that it has computed; nil once it has ended.
    var processorTime: Double? {
        // proc_pid_stat(5): the name, in brackets, may have spaces; utime and stime are the 12th and 13th after it.
        guard let text = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8),
            let rest = text.split(separator: ")").last?.split(separator: " "), rest.count > 12,
            let user = Double(rest[11]), let system = Double(rest[12])
        else { return nil }
        return (user + system) / Double(sysconf(CInt(_SC_CLK_TCK)))
    }

    /// What the commands write to standard output, when all of them have ended; they run side by side.
    /// - Throws: `BenchFault`; an error of the file system.
    static func outputs(of commands: [[String]]) throws -> [String] {
        let children = try commands.map { command in
            let pipe = Pipe()
            return (try ChildProcess(command, output: pipe), pipe)
        }
        return try children.map { child, pipe in
            let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
            try child.finish()
            return String(decoding: data, as: UTF8.self)
        }
    }

    static func output(of command: [String]) throws -> String { try outputs(of: [command])[0] }
}
