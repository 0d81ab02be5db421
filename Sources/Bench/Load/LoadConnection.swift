import NIOCore

/// One connection of a load: sends a request, waits for its answer, sends the next.
final class LoadConnection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// Tells a connection that the load begins.
    struct Start {}

    private let queue: LoadQueue
    private let status: Int
    private var reader = HTTPResponseReader()
    private var pending: Int?

    /// - Parameter status: of every answer.
    init(_ queue: LoadQueue, expecting status: Int) { (self.queue, self.status) = (queue, status) }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is Start { sendNext(context) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        reader.read(&bytes)
        do {
            while let response = try reader.next() { try take(response, context) }
        } catch {
            queue.fail(error)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        if pending != nil { queue.fail(BenchFault("the service closed a connection under load")) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { queue.fail(error) }

    private func take(_ response: HTTPResponseReader.Response, _ context: ChannelHandlerContext) throws {
        guard response.status == status, let number = pending else {
            throw BenchFault("status \(response.status): \(String(buffer: response.body))")
        }
        pending = nil
        queue.take(response.body, to: number)
        sendNext(context)
    }

    private func sendNext(_ context: ChannelHandlerContext) {
        guard let (number, request) = queue.next() else { return }
        pending = number
        context.writeAndFlush(wrapOutboundOut(request), promise: nil)
    }
}
