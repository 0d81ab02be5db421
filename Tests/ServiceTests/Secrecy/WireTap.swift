import NIOCore
import NIOPosix
import Synchronization

/// All that passes between a service and those who talk to it, as somebody at the service sees it: which connection,
/// when, and every byte of the requests.
final class WireTap: Sendable {
    /// Bytes that came from a client, in the order in which all of them came.
    struct Part: Sendable {
        let connection: Int
        let bytes: [UInt8]
    }

    private let parts = Mutex<[Part]>([])

    /// Connections on which a relay has sent something, whose answers are to be garbled.
    private let garbled = Mutex<[Int: Garbling]>([:])
    private let isGarbling: Bool
    private let connections = Mutex(0)
    private let server: any Channel

    /// Listens on a free port of loopback, and passes everything on.
    /// - Parameter port: the service's.
    static func run<Value: Sendable>(
        before port: Int, garblingAnswers isGarbling: Bool = false, _ body: (WireTap) async throws -> Value
    ) async throws -> Value {
        let tap = try await WireTap(before: port, isGarbling)
        do {
            let value = try await body(tap)
            try await tap.server.close()
            return value
        } catch {
            try? await tap.server.close()
            throw error
        }
    }

    private init(before service: Int, _ isGarbling: Bool) async throws {
        self.isGarbling = isGarbling
        let accepted = Accepted()
        server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 256)
            .childChannelOption(.autoRead, value: false)
            .childChannelInitializer { channel in
                accepted.tap.withLock { $0 }?.connect(channel, to: service) ?? channel.close()
            }
            .bind(host: "127.0.0.1", port: 0).get()
        accepted.tap.withLock { $0 = self }
    }

    /// What new connections are handed to, once there is one.
    private final class Accepted: Sendable {
        let tap = Mutex<WireTap?>(nil)
    }

    var port: Int { server.localAddress?.port ?? 0 }

    /// All that was seen so far.
    var seen: [Part] { parts.withLock { $0 } }

    private func connect(_ client: any Channel, to port: Int) -> EventLoopFuture<Void> {
        let number = connections.withLock { count in
            defer { count += 1 }
            return count
        }
        return ClientBootstrap(group: client.eventLoop).connect(host: "127.0.0.1", port: port).flatMap { service in
            client.eventLoop.makeCompletedFuture {
                try client.pipeline.syncOperations.addHandler(
                    Passing(to: service) { bytes in
                        self.note(bytes, number)
                        return bytes
                    })
                try service.pipeline.syncOperations.addHandler(Passing(to: client) { self.answered($0, number) })
            }.flatMap { client.setOption(.autoRead, value: true) }
        }
    }
}

extension WireTap {
    private func note(_ bytes: [UInt8], _ connection: Int) {
        parts.withLock { $0.append(Part(connection: connection, bytes: bytes)) }
        guard isGarbling, String(decoding: bytes.prefix(200), as: UTF8.self).contains("/gateway") else { return }
        garbled.withLock { if $0[connection] == nil { $0[connection] = Garbling() } }
    }

    private func answered(_ bytes: [UInt8], _ connection: Int) -> [UInt8] {
        garbled.withLock { $0[connection]?.passed(bytes) ?? bytes }
    }
}

/// Hands on what comes, and the end of it.
private final class Passing: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let other: any Channel
    private let change: @Sendable ([UInt8]) -> [UInt8]

    /// - Parameter change: what becomes of it on the way.
    init(to other: any Channel, _ change: @escaping @Sendable ([UInt8]) -> [UInt8]) {
        (self.other, self.change) = (other, change)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = unwrapInboundIn(data)
        other.writeAndFlush(ByteBuffer(bytes: change(Array(bytes.readableBytesView))), promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) { other.close(promise: nil) }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
