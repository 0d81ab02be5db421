import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// What goes out: the answers of the program, completed, and what the connection says itself.
extension RequestHandler {
    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !isOver, let request = pending.first else {
            promise?.fail(ChannelError.alreadyClosed)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(let head): write(HTTPResponseHead(head), to: request, context, promise)
        case .body(let bytes):
            state.clock.answerWent(bytes.readableBytes)
            send(.body(.byteBuffer(bytes)), of: request, context, promise)
        case .end(let trailers):
            pending.removeFirst()
            state.clock.answerEnded(isLast: request.isLast, at: .now())
            state.note()
            send(.end(trailers.map(HTTPHeaders.init)), of: request, context, promise)
            guard isQuiescing, pending.isEmpty else { return }
            context.flush()
            context.close(promise: nil)
        }
    }

    private func send(
        _ part: HTTPServerResponsePart, of request: PendingRequest, _ context: ChannelHandlerContext,
        _ promise: EventLoopPromise<Void>?
    ) {
        if request.isHead { promise?.succeed() } else { context.write(wrapOutboundOut(part), promise: promise) }
    }

    private func write(
        _ head: HTTPResponseHead, to request: PendingRequest, _ context: ChannelHandlerContext,
        _ promise: EventLoopPromise<Void>?
    ) {
        let isStream = head.headers.first(name: "content-type")?.hasPrefix("text/event-stream") == true
        state.clock.answerBegan(isStream: isStream, at: .now())
        context.write(wrapOutboundOut(.head(completed(head, for: request))), promise: promise)
        // A stream would have no end, and HEAD wants only its beginning.
        guard isStream, request.isHead else { return }
        isOver = true
        context.flush()
        context.close(promise: nil)
    }

    private func completed(_ head: HTTPResponseHead, for request: PendingRequest) -> HTTPResponseHead {
        var head = head
        head.version = request.version.minor == 0 ? .http1_0 : .http1_1
        state.voice.complete(&head.headers)
        if request.isLast { head.headers.replaceOrAdd(name: "connection", value: "close") }
        return head
    }

    /// Says it in the place of whoever would have answered, and ends the connection.
    func refuse(_ reason: ConnectionRefusal, _ context: ChannelHandlerContext) {
        guard state.clock.isUnanswered else { return context.close(promise: nil) }
        if pending.isEmpty { pending.append(.unknown) }
        pending[pending.startIndex].isLast = true
        let answer = state.voice.answer(to: reason)
        var head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: answer.status))
        head.headers.add(name: "content-type", value: "application/problem+json")
        head.headers.add(name: "content-length", value: String(answer.body.count))
        if let seconds = answer.retryAfter { head.headers.add(name: "retry-after", value: String(seconds)) }
        context.write(wrapOutboundOut(.head(completed(head, for: pending[pending.startIndex]))), promise: nil)
        if !pending[pending.startIndex].isHead {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
            context.write(wrapOutboundOut(.end(nil)), promise: nil)
        }
        context.flush()
        isOver = true
        state.clock.answerEnded(isLast: true, at: .now())
        context.close(mode: .output, promise: nil)
    }
}
