import Connections
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Reader
import Storage
import Testing

@testable import Service

/// Files from one address that take whoever reads them long: others are answered meanwhile.
@Suite struct ReaderAddressTests {
    private typealias Ask = @Sendable (_ address: String) async throws -> Response

    @Test func oneAddressTakesNotAllPlaces() async throws {
        try await Self.run { ask, readers in
            let first = Task { try await ask("203.0.113.9") }
            while readers.counts.busy == 0 { await Task.yield() }
            let flood = (0..<24).map { _ in Task { try await ask("203.0.113.9") } }
            while readers.counts.refused < 24 - 4 { await Task.yield() }
            #expect(readers.counts.busy == 1 && readers.counts.waiting == 4)
            let neighbours = ["203.0.113.10", "2001:db8::1", "127.0.0.1"].map { address in
                Task { try await ask(address) }
            }
            while readers.counts.busy < 2 || readers.counts.waiting < 6 { await Task.yield() }
            #expect(readers.counts.refused == 24 - 4)
            try await readers.stop()
            for task in neighbours { #expect(try await task.value.headers[.retryAfter] == nil) }
            var refused = 0
            for task in flood where try await task.value.headers[.retryAfter] == "60" { refused += 1 }
            #expect(refused == 24 - 4)
            #expect(try await first.value.headers[.retryAfter] == nil)
        }
    }

    /// Lends the routes as requests from addresses come to them, over readers that never are done.
    private static func run(_ body: (@escaping Ask, ReaderPool) async throws -> Void) async throws {
        try await TestFolder.use { folder in
            let installation = try await Installation.open(try await TestService.configuration(of: folder))
            let (lanes, logger) = (Lanes(cores: 1), Logger(label: "phieukin.test") { _ in SwiftLogNoOpLogHandler() })
            let tools = RoundTools(installation: installation, lanes: lanes, clock: .system, logger: logger)
            var settings = ReaderSettings()
            settings.program = try StrangersFilesTests.program("exec sleep 600", in: folder)
            (settings.places, settings.patience) = (16, .seconds(60))
            let readers = ReaderPool(settings, trusting: installation.verifier)
            let responder = try buildRouter(
                tools, try await RoundOffice(tools), nil, readers, pages: WebFileSource(folder: nil),
                proxies: try Proxies()
            ).buildResponder()
            try await body(
                { try await responder.respond(to: request(), context: context($0, logger)) }, readers)
            await lanes.shutDown()
            try installation.storage.close()
        }
    }

    private static func request() -> Request {
        Request(
            head: HTTPRequest(method: .post, scheme: "http", authority: "localhost", path: "/api/v1/verify"),
            body: RequestBody(buffer: ByteBuffer(string: "%PDF-1.7")))
    }

    private static func context(_ address: String, _ logger: Logger) throws -> ServiceContext {
        let channel = EmbeddedChannel()
        channel.remoteAddress = try SocketAddress(ipAddress: address, port: 40_000)
        return ServiceContext(source: ApplicationRequestContextSource(channel: channel, logger: logger))
    }
}
