import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// Holds one connection to HTTP's rules and to its time, around the program that answers: HEAD, Upgrade, Expect, closing;
/// who is too slow; and the headers of every answer. The program speaks in HTTP's own types, of whatever version; what
/// is NIO's of HTTP/1 ends here.
final class RequestHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    let state: ConnectionState

    /// The requests that are not wholly answered, oldest first.
    var pending = CircularBuffer<PendingRequest>()
    private var timer: Scheduled<Void>?
    private var isRemoved = false

    /// The connection has said its last word; whatever comes or goes is dropped.
    var isOver = false

    /// The service stops: the connection ends with the last answer that is due.
    private(set) var isQuiescing = false

    init(_ state: ConnectionState) { self.state = state }

    func handlerAdded(context: ChannelHandlerContext) { keepTime(context) }

    func handlerRemoved(context: ChannelHandlerContext) {
        isRemoved = true
        timer?.cancel()
    }

    // MARK: - Requests

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isOver else { return }
        switch unwrapInboundIn(data) {
        case .head(let head): began(head, context)
        case .body(let bytes):
            state.clock.bodyCame(bytes.readableBytes, at: .now())
            state.note()
            context.fireChannelRead(wrapInboundOut(.body(bytes)))
        case .end(let trailers):
            state.clock.requestEnded(at: .now())
            state.note()
            context.fireChannelRead(wrapInboundOut(.end(trailers.map { HTTPFields($0, splitCookie: false) })))
        }
    }

    private func began(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        state.clock.headCame(at: .now())
        let request = PendingRequest(head)
        pending.append(request)
        state.note()
        guard state.place != nil else {
            return refuse(.tooManyConnections, context)
        }
        guard PendingRequest.isWellFormed(head) else { return refuse(.host, context) }
        if PendingRequest.awaitsContinue(head), state.clock.due == 1 {
            context.writeAndFlush(
                wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .continue))), promise: nil)
        }
        do {
            context.fireChannelRead(wrapInboundOut(.head(try HTTPRequest(asked: Self.rewritten(head, request)))))
        } catch {
            context.fireErrorCaught(error)
        }
    }

    /// As whoever answers is to see it.
    private static func rewritten(_ head: HTTPRequestHead, _ request: PendingRequest) -> HTTPRequestHead {
        guard request.isHead || request.isLast else { return head }
        var head = head
        if request.isHead { head.method = .GET }
        if request.isLast {
            head.headers.remove(name: "upgrade")
            head.headers.replaceOrAdd(name: "connection", value: "close")
        }
        return head
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard error is HTTPParserError, !isOver else { return context.fireErrorCaught(error) }
        // Whoever answers learns of a body that breaks off; of a head there is nobody yet to learn.
        guard !pending.isEmpty else { return refuse(.notHTTP, context) }
        pending[pending.index(before: pending.endIndex)].isLast = true
        context.fireErrorCaught(error)
    }

    // MARK: - Time

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        state.clock.became(isWritable: context.channel.isWritable, at: .now())
        state.note()
        context.fireChannelWritabilityChanged()
    }

    private func keepTime(_ context: ChannelHandlerContext) {
        guard !isRemoved else { return }
        let this = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleTask(in: state.limits.pace) { this.value.handler.look(this.value.context) }
    }

    private func look(_ context: ChannelHandlerContext) {
        switch state.clock.verdict(at: .now()) {
        case .inTime: break
        case .close: return context.close(promise: nil)
        case .tooSlow: endReading(.tooSlow, context)
        }
        keepTime(context)
    }

    /// Says it in the place of whoever answers, and tells whoever reads that the rest does not come.
    private func endReading(_ reason: ConnectionRefusal, _ context: ChannelHandlerContext) {
        let isRead = !pending.isEmpty
        refuse(reason, context)
        if isRead { context.fireErrorCaught(RequestTooSlow()) }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case let event as LetGo: letGo(event, context)
        case is ChannelShouldQuiesceEvent: quiesce(context)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    private func quiesce(_ context: ChannelHandlerContext) {
        isQuiescing = true
        if pending.isEmpty || isOver { context.close(promise: nil) }
    }

    private func letGo(_ event: LetGo, _ context: ChannelHandlerContext) {
        if !isOver, state.clock.isReading {
            endReading(.displaced, context)
        }
        // Whoever displaced it has its place already: nothing is waited for.
        if event == .place { context.close(promise: nil) }
    }
}
