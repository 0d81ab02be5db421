import NIOCore
import NIOPosix

/// `phieukin serve` over an installation in which nothing has happened, as a process of its own.
struct IdleService {
    let executable: String
    let dataFolder: String

    /// Starts it, leaves it alone for two seconds, and stops it.
    /// - Returns: seconds from exec to the first 200 of /readyz; MiB resident after that.
    /// - Throws: `BenchFault` if it does not come up.
    func measure() async throws -> (startSeconds: Double, residentMiB: Double) {
        let port = try await Loopback.freePort()
        let began = ProcessorTime.now
        let service = try ChildProcess([executable, "serve", "--data", dataFolder, "--port", "\(port)"])
        defer { service.stop() }
        try await Loopback.waitUntilReady(service, port: port, path: "/readyz")
        let seconds = ProcessorTime.now - began
        try await Task.sleep(for: .seconds(2))
        guard let memory = service.memory("VmRSS") else { throw BenchFault("\(executable) serve: ended") }
        return (seconds, memory)
    }
}

/// What is the same of every service that is started on the loopback.
enum Loopback {
    private static let patience = 10.0

    static func freePort() async throws -> Int {
        let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .bind(host: "127.0.0.1", port: 0).get()
        let port = channel.localAddress?.port
        try await channel.close()
        guard let port else { throw BenchFault("the loopback has no free port") }
        return port
    }

    /// - Throws: `BenchFault` where `path` is not answered with 200 in time.
    static func waitUntilReady(_ service: ChildProcess, port: Int, path: String) async throws {
        let (probe, began) = (LoadGenerator(port: port, connections: 1), ProcessorTime.now)
        while (try? await probe.send([HTTPRequest.get(path, port: port)])) == nil {
            guard service.isRunning, ProcessorTime.now - began < patience else {
                throw BenchFault("what was started does not become ready")
            }
            try await Task.sleep(for: .milliseconds(1))
        }
    }
}
