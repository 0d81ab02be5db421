import Client
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A service that says what a test wants, on a free port of this machine.
final class FakeServer: Sendable {
    struct Request: Sendable {
        let method: String
        let uri: String
        let headers: HTTPHeaders
        let body: [UInt8]
    }

    struct Reply: Sendable {
        var status = 200
        var headers: [(String, String)] = [("Content-Type", "application/json")]
        var body: [UInt8] = []

        init(_ status: Int = 200, _ body: String = "", headers: [(String, String)] = []) {
            self.status = status
            self.body = Array(body.utf8)
            self.headers += headers
        }
    }

    private let seen: Seen
    private let channel: any Channel

    var requests: [Request] { seen.requests }

    func connection() throws -> Connection {
        try Connection(to: ServerAddress("http://127.0.0.1:\(channel.localAddress?.port ?? 0)"))
    }

    /// - Parameter reply: to a request, and which it is, from 0; nil hangs up without a word.
    static func run(
        _ reply: @escaping @Sendable (Request, Int) -> Reply?, _ body: (FakeServer) async throws -> Void
    ) async throws {
        let server = try await FakeServer(reply)
        do {
            try await body(server)
        } catch {
            try await server.channel.close()
            throw error
        }
        try await server.channel.close()
    }

    private init(_ reply: @escaping @Sendable (Request, Int) -> Reply?) async throws {
        let seen = Seen()
        self.seen = seen
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(FakeHandler { reply($0, seen.add($0)) })
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
    }
}

/// The requests that came, in order.
private final class Seen: Sendable {
    private let list = Mutex<[FakeServer.Request]>([])

    var requests: [FakeServer.Request] { list.withLock { $0 } }

    func add(_ request: FakeServer.Request) -> Int {
        list.withLock { list in
            list.append(request)
            return list.count - 1
        }
    }
}
