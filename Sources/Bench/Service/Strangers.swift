import NIOCore
import NIOPosix
import StrictEncoding

/// People who have nothing to do with a round, and all want something at once: they try passwords, have files verified,
/// and hold connections on which they say nothing.
struct Strangers: Sendable {
    private static let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    private static let signIns = 60
    private static let verifications = 20
    private static let idle = 2_000

    let port: Int

    /// A decision's file, that takes its time to verify.
    let file: [UInt8]

    /// Runs `body` while they are there.
    /// - Throws: `BenchFault` where nobody of them was answered, besides what `body` throws.
    func crowd<Result>(_ body: () async throws -> Result) async throws -> Result {
        let asking = (0..<Self.signIns).map(signIn) + (0..<Self.verifications).map { _ in verification }
        var channels: [any Channel] = []
        for _ in 0..<Self.idle { channels.append(try await connect(saying: nil)) }
        for request in asking { channels.append(try await connect(saying: request)) }
        let result = try await body()
        guard channels.filter(\.isActive).count > asking.count else { throw BenchFault("the crowd was not there") }
        try await leave(channels)
        return result
    }

    /// What they asked for last is still being worked on when they are gone: nothing else is measured before that ends.
    private func leave(_ channels: [any Channel]) async throws {
        for channel in channels { channel.close(promise: nil) }
        for channel in channels { try await channel.closeFuture.get() }
        try await ProcessorTime.quiet()
    }

    private func connect(saying request: ByteBuffer?) async throws -> any Channel {
        try await ClientBootstrap(group: Self.group)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(StrangerConnection(request))
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
    }

    /// A name that nobody has, another each time.
    private func signIn(_ number: Int) -> ByteBuffer {
        HTTPRequest.post(
            "/api/v1/staff/session",
            ["name": .string("stranger-\(number)-\(UInt32.random(in: 0 ... .max))"), "password": "guessed-at-random"],
            port: port)
    }

    private var verification: ByteBuffer {
        var bytes = ByteBuffer(
            string: "POST /api/v1/verify HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Length: \(file.count)\r\n\r\n")
        bytes.writeBytes(file)
        return bytes
    }
}

/// Asks the same again and again, or nothing at all.
private final class StrangerConnection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// Whoever is refused comes again as soon as a person would.
    private static let pause = TimeAmount.seconds(1)

    private let request: ByteBuffer?
    private var reader = HTTPResponseReader()

    init(_ request: ByteBuffer?) { self.request = request }

    func channelActive(context: ChannelHandlerContext) { ask(context) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        reader.read(&bytes)
        guard let response = try? reader.next() else { return }
        guard response.status == 503 || response.status == 429 else { return ask(context) }
        let this = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: Self.pause) { this.value.handler.ask(this.value.context) }
    }

    private func ask(_ context: ChannelHandlerContext) {
        guard let request else { return }
        context.writeAndFlush(wrapOutboundOut(request), promise: nil)
    }
}
