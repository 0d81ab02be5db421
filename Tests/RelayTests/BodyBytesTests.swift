import Connections
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Testing

@testable import Relay

/// The memory of bodies that are being sent to a relay.
@Suite struct BodyBytesTests {
    private let budget = BodyBytes(limit: 300, share: 150)

    private func context(_ address: String? = nil) async throws -> RelayContext {
        let channel = NIOAsyncTestingChannel()
        if let address {
            try await channel.connect(to: SocketAddress(ipAddress: address, port: 1))
        }
        var context = RelayContext(
            source: ApplicationRequestContextSource(
                channel: channel, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
        context.peer = try Proxies().single(context.peer)
        return context
    }

    private func request(_ body: RequestBody, declared: Int) -> Request {
        var head = HTTPRequest(method: .post, scheme: "http", authority: "a", path: "/")
        head.headerFields[.contentLength] = String(declared)
        return Request(head: head, body: body)
    }

    private func send(_ count: Int, from address: String? = nil) async throws -> Int {
        let body = RequestBody(buffer: ByteBuffer(repeating: 1, count: count))
        let context = try await context(address)
        return try await budget.body(of: request(body, declared: count), limit: 100, context).count
    }

    /// Runs `body` while somebody has sent so many bytes of a body, and sends no more.
    private func stalling(
        _ sent: Int, from address: String? = nil, declared: Int = 100, _ body: () async throws -> Void
    ) async throws {
        let (stream, source) = RequestBody.makeStream()
        let (context, request) = (try await context(address), request(stream, declared: declared))
        let stranger = Task { try await budget.body(of: request, limit: 100, context) }
        await source.yield(ByteBuffer(repeating: 1, count: sent))
        // What was taken is seen by what there is no room for any more.
        if sent > 0 { while budget.taken < 3 * sent { await Task.yield() } }
        try await body()
        source.finish()
        _ = try? await stranger.value
    }

    @Test func whatIsDeclaredTakesNoRoom() async throws {
        try await stalling(0) {
            try await stalling(0) {
                let count = try await send(100)
                #expect(count == 100)
            }
        }
        #expect(budget.taken == 0)
    }

    @Test func whatCameTakesRoomUntilItIsRead() async throws {
        try await stalling(50) {
            await expectRefusal(.busy) { _ = try await send(51) }
            let count = try await send(50)
            #expect(count == 50)
        }
        #expect(budget.taken == 0)
        #expect(try await send(100) == 100)
    }

    @Test func anAddressHasAShare() async throws {
        try await stalling(40, from: "192.0.2.1") {
            await expectRefusal(.busy) { _ = try await send(11, from: "192.0.2.1") }
            var count = try await send(10, from: "192.0.2.1")
            count += try await send(50, from: "192.0.2.2")
            // This machine, where a proxy stands for many, has none.
            count += try await send(60, from: "127.0.0.1")
            #expect(count == 120)
        }
        #expect(try await send(50, from: "192.0.2.1") == 50)
    }

    @Test func aNetworkOf64BitsIsOneAddress() async throws {
        try await stalling(40, from: "2001:db8:1:2::1") {
            await expectRefusal(.busy) { _ = try await send(11, from: "2001:db8:1:2::9") }
            let count = try await send(11, from: "2001:db8:1:3::1")
            #expect(count == 11)
        }
    }

    @Test func longerThanItMayBeIsRefused() async throws {
        await #expect(throws: NIOTooManyBytesError.self) { _ = try await send(101) }
    }
}
