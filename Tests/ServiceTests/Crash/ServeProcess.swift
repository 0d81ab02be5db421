import Client
import Foundation
import Reader
import StrictEncoding

/// `phieukin serve` as a process of its own, that can be killed.
final class ServeProcess {
    private let process = Process()
    let connection: Connection
    let port: Int

    /// Starts the service and waits until it is ready.
    /// - Parameter descriptors: how many it may have open; as many as this process where nil.
    init(dataFolder: String, descriptors: Int? = nil) async throws {
        let port = try Self.freePort()
        self.port = Int(port)
        let arguments = [
            "serve", "--data", dataFolder, "--port", String(port), "--log-level", "error", "--account-rules", "simple",
        ]
        if let descriptors {
            process.executableURL = URL(filePath: "/bin/sh")
            process.arguments =
                ["-c", "ulimit -n \(descriptors) && exec \"$0\" \"$@\"", try Self.executable.path()] + arguments
        } else {
            (process.executableURL, process.arguments) = (try Self.executable, arguments)
        }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        connection = try Connection(to: ServerAddress("http://127.0.0.1:\(port)"))
        try process.run()
        try await waitUntilReady()
    }

    /// SIGKILL: the process gets no chance to put anything in order.
    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// SIGTERM.
    /// - Returns: the exit code.
    /// - Throws: `ProcessFault` where it goes on all the same, long after its own deadline for stopping; it is killed.
    func terminate() async throws -> Int32 {
        process.terminate()
        let end = ContinuousClock.now + .seconds(180)
        while process.isRunning {
            guard ContinuousClock.now < end else {
                kill()
                throw ProcessFault("the service did not stop within three minutes of SIGTERM")
            }
            try await Task.sleep(for: .milliseconds(20))
        }
        return process.terminationStatus
    }

    /// Nothing is left running by a test that failed on its way.
    deinit {
        if process.isRunning { kill() }
    }

    private func waitUntilReady() async throws {
        for _ in 0..<600 {
            if (try? await VoterClient(connection, patience: .none).keys()) != nil { return }
            guard process.isRunning else { throw ProcessFault("the service ended before it was ready") }
            try await Task.sleep(for: .milliseconds(50))
        }
        kill()
        throw ProcessFault("the service was not ready within half a minute")
    }

    /// The command, built beside the tests.
    static var executable: URL {
        get throws {
            let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
            for candidate in [folder, folder.appending(path: "../../.."), Bundle.main.bundleURL] {
                let url = candidate.appending(path: "phieukin")
                if FileManager.default.isExecutableFile(atPath: url.path()) { return url }
            }
            throw ProcessFault("no phieukin beside \(folder.path())")
        }
    }

    /// Readers of that command, which have as long as a busy machine takes: against hanging alone.
    static var readers: ReaderSettings {
        get throws {
            var settings = ReaderSettings()
            settings.program = try executable.path()
            (settings.time, settings.startingTime, settings.patience) = (.seconds(600), .seconds(600), .seconds(60))
            return settings
        }
    }

    static func freePort() throws -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, length) == 0 && getsockname(descriptor, address, &length) == 0
            }
        }
        guard bound else { throw ProcessFault("no free port on loopback") }
        return UInt16(bigEndian: address.sin_port)
    }
}

struct ProcessFault: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
