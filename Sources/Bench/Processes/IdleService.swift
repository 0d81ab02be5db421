import NIOCore
import NIOPosix

/// `phieukin serve` over an installation in which nothing has happened, as a process of its own.
struct IdleService {
    private static let patience = 10.0

    let executable: String
    let dataFolder: String

    /// Starts it, leaves it alone for two seconds, and stops it.
    /// - Returns: seconds from exec to the first 200 of /readyz; MiB resident after that.
    /// - Throws: `BenchFault` if it does not come up.
    func measure() async throws -> (startSeconds: Double, residentMiB: Double) {
        let port = try await Self.freePort()
        let probe = LoadGenerator(port: port, connections: 1)
        let began = ProcessorTime.now
        let service = try ChildProcess([executable, "serve", "--data", dataFolder, "--port", "\(port)"])
        defer { service.stop() }
        while !(await probe.isReady) {
            guard service.isRunning, ProcessorTime.now - began < Self.patience else {
                throw BenchFault("\(executable) serve: does not become ready")
            }
            try await Task.sleep(for: .milliseconds(1))
        }
        let seconds = ProcessorTime.now - began
        try await Task.sleep(for: .seconds(2))
        guard let memory = service.memory("VmRSS") else { throw BenchFault("\(executable) serve: ended") }
        return (seconds, memory)
    }

    private static func freePort() async throws -> Int {
        let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .bind(host: "127.0.0.1", port: 0).get()
        let port = channel.localAddress?.port
        try await channel.close()
        guard let port else { throw BenchFault("the loopback has no free port") }
        return port
    }
}

extension LoadGenerator {
    fileprivate var isReady: Bool {
        get async { (try? await send([HTTPRequest.get("/readyz", port: port)])) != nil }
    }
}
