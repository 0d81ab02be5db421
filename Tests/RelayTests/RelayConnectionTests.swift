import Client
import Connections
import Logging
import NIOCore
import SecretBallot
import ServiceLifecycle
import TestSupport
import Testing

@testable import Relay

/// A relay on a port, and whoever connects to it.
@Suite struct RelayConnectionTests {
    private static var limits: ConnectionLimits {
        var limits = ConnectionLimits()
        (limits.head, limits.pace, limits.lingering) = (.milliseconds(300), .milliseconds(20), .milliseconds(200))
        return limits
    }

    /// Runs a relay while `body` runs.
    private func running(
        _ limits: ConnectionLimits = limits, _ body: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        var configuration = RelayConfiguration(folder: folder.file("relay"), issuer: "phieukin.test")
        (configuration.port, configuration.limits) = (0, limits)
        let (ports, port) = AsyncStream<Int>.makeStream()
        // Nobody answers there, and nothing here asks.
        let service = try RelayClient(Connection(to: try ServerAddress("http://127.0.0.1:9")))
        let relay = try buildRelay(
            configuration, service: service, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        ) { number, _ in port.yield(number) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await relay.run() }
            for await number in ports {
                try await body(number)
                break
            }
            group.cancelAll()
            while let result = await group.nextResult() {
                if case .failure(let error) = result, !(error is CancellationError) { throw error }
            }
        }
        withExtendedLifetime(folder) {}
    }

    @Test(arguments: ["GET /he", "GET /health HTTP/1.1\r\nHost: a\r\nX-Drip: "])
    func aHeadThatDoesNotEndIsATimeout(beginning: String) async throws {
        try await running { port in
            try await RawConnection.run(to: port) { connection in
                try await connection.send(beginning)
                let answer = try #require(try await connection.answer())
                #expect(answer.status == 408 && answer.body.contains("request-timeout"))
                #expect(answer.header("connection") == "close")
                #expect(answer.header("access-control-allow-origin") == "*")
                #expect(try await connection.rest() == "")
            }
        }
    }

    @Test func pagesOfAnyOriginMayAskWithoutCredentials() async throws {
        try await running { port in
            try await RawConnection.run(to: port) { connection in
                for (line, status) in [("GET /health", 200), ("OPTIONS /rounds/a/bundles", 204), ("GET /nothing", 404)]
                {
                    try await connection.send(RawConnection.request(line))
                    let answer = try #require(try await connection.answer())
                    #expect(answer.status == status)
                    #expect(answer.header("access-control-allow-origin") == "*")
                    #expect(answer.header("access-control-allow-credentials") == nil)
                    #expect(answer.header("cache-control") == "no-store")
                }
            }
        }
    }

    /// Whoever comes when all places are taken by those who are being read is told so; who comes after they left is served.
    @Test func whereThereAreTooManyTheNextIsToldToComeAgain() async throws {
        var limits = Self.limits
        (limits.connections, limits.head, limits.grace) = (2, .seconds(600), .seconds(600))
        try await running(limits) { port in
            try await RawConnection.run(to: port) { first in
                try await first.send("GET /he")
                try await RawConnection.run(to: port) { second in
                    try await second.send("GET /he")
                    try await Self.until(port, sees: 503)
                    try await second.send("alth HTTP/1.1\r\nHost: a\r\n\r\n")
                    #expect(try await second.answer()?.status == 200)
                }
                try await Self.until(port, sees: 200)
            }
        }
    }

    /// Asks on new connections until one is answered so: what is sent is not seen at once.
    private static func until(_ port: Int, sees status: Int) async throws {
        while try await RawConnection.run(
            to: port,
            { connection in
                try await connection.send(RawConnection.request("GET /metrics"))
                let answer = try await connection.answer()
                if answer?.status == 503 { #expect(answer?.header("retry-after") == "10") }
                return answer?.status ?? 0
            }) != status
        {}
    }
}
