import Client
import Hummingbird
import Logging
import Service

/// The real service in this process, on a free port of the loopback, over a fresh installation.
struct LoopbackService {
    static let administrator = (name: "bench", password: "only-for-the-length-of-a-benchmark")

    let port: Int

    /// Makes an installation.
    static func install(in folder: String) async throws {
        var configuration = ServiceConfiguration(dataFolder: folder)
        configuration.accountRules = .simple
        try await Installation.create(
            configuration, issuer: SyntheticRound.logName,
            adminName: administrator.name, adminPassword: administrator.password)
    }

    /// Runs the service while `body` does.
    static func run<Result: Sendable>(
        in folder: String, _ body: (LoopbackService) async throws -> Result
    ) async throws -> Result {
        var configuration = ServiceConfiguration(dataFolder: folder)
        configuration.port = 0
        configuration.accountRules = .simple
        var logger = Logger(label: "bench", factory: UnhurriedLogHandler.init)
        // Stopping the service by cancelling it is an error to those who wait for its connections.
        logger.logLevel = .critical
        let (ports, started) = AsyncStream<Int>.makeStream()
        let application = try await buildApplication(configuration, logger: logger) { started.yield($0) }
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { started.finish() }
                try await application.runService(gracefulShutdownSignals: [])
            }
            defer { group.cancelAll() }
            guard let port = await ports.first(where: { _ in true }) else {
                try await group.next()
                throw BenchFault("the service does not start")
            }
            return try await body(LoopbackService(port: port))
        }
    }

    func connection() throws -> Connection { try Connection(to: ServerAddress("http://127.0.0.1:\(port)")) }
}
