import NIOCore
import NIOPosix

/// Sends prebuilt requests over a few connections that are kept, from one thread, as fast as they are answered.
struct LoadGenerator {
    /// The longest that one load may take.
    private static let patience = TimeAmount.seconds(120)

    private static let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)

    let port: Int
    let connections: Int

    /// - Returns: the answers' bodies in the requests' order, all of status 200, and how many were answered a second.
    /// - Throws: `BenchFault` for any other answer; an error of the network.
    @discardableResult
    func send(_ requests: [ByteBuffer]) async throws -> (bodies: [ByteBuffer], rate: Double) {
        let queue = LoadQueue(requests, on: Self.group.next())
        let channels: [any Channel]
        do {
            channels = try await connect(queue)
        } catch {
            queue.fail(error)
            throw error
        }
        defer { for channel in channels { channel.close(promise: nil) } }
        let timeout = Self.group.next().scheduleTask(in: Self.patience) {
            queue.fail(BenchFault("the service did not answer in time"))
        }
        defer { timeout.cancel() }
        let stopwatch = Stopwatch()
        for channel in channels { channel.pipeline.fireUserInboundEventTriggered(LoadConnection.Start()) }
        let bodies = try await queue.answers()
        return (bodies, Double(requests.count) / stopwatch.seconds)
    }

    private func connect(_ queue: LoadQueue) async throws -> [any Channel] {
        let bootstrap = ClientBootstrap(group: Self.group)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(LoadConnection(queue))
                }
            }
        var channels: [any Channel] = []
        for _ in 0..<connections {
            channels.append(try await bootstrap.connect(host: "127.0.0.1", port: port).get())
        }
        return channels
    }
}
