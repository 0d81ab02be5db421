import NIOCore
import NIOPosix

/// Sends prebuilt requests over a few connections that are kept, from one thread, as fast as they are answered.
struct LoadGenerator {
    /// The longest that one load may take.
    private static let patience = TimeAmount.seconds(120)

    private static let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)

    /// What came of a load.
    struct Outcome {
        /// In the requests' order.
        let bodies: [ByteBuffer]

        /// Answered a second.
        let rate: Double

        /// Processor seconds that each request cost this generator.
        let ownTime: Double

        /// Processor seconds that each request cost the rest of this process: the service that it runs.
        let serviceTime: Double
    }

    let port: Int
    let connections: Int

    /// - Parameter status: of every answer.
    /// - Throws: `BenchFault` for any other answer; an error of the network.
    @discardableResult
    func send(_ requests: [ByteBuffer], expecting status: Int = 200) async throws -> Outcome {
        let queue = LoadQueue(requests, on: Self.group.next())
        let channels: [any Channel]
        do {
            channels = try await connect(queue, expecting: status)
        } catch {
            queue.fail(error)
            throw error
        }
        defer { for channel in channels { channel.close(promise: nil) } }
        let timeout = Self.group.next().scheduleTask(in: Self.patience) {
            queue.fail(BenchFault("the service did not answer in time"))
        }
        defer { timeout.cancel() }
        let (stopwatch, ownBegan, allBegan) = (Stopwatch(), try await Self.ownTime, ProcessorTime.ofProcess)
        for channel in channels { channel.pipeline.fireUserInboundEventTriggered(LoadConnection.Start()) }
        let bodies = try await queue.answers()
        let (seconds, count) = (stopwatch.seconds, Double(requests.count))
        let (own, all) = (try await Self.ownTime - ownBegan, ProcessorTime.ofProcess - allBegan)
        return Outcome(bodies: bodies, rate: count / seconds, ownTime: own / count, serviceTime: (all - own) / count)
    }

    /// What the generator's thread has computed so far.
    private static var ownTime: Double {
        get async throws { try await group.next().submit { ProcessorTime.ofThread }.get() }
    }

    private func connect(_ queue: LoadQueue, expecting status: Int) async throws -> [any Channel] {
        let bootstrap = ClientBootstrap(group: Self.group)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(LoadConnection(queue, expecting: status))
                }
            }
        var channels: [any Channel] = []
        for _ in 0..<connections {
            channels.append(try await bootstrap.connect(host: "127.0.0.1", port: port).get())
        }
        return channels
    }
}
