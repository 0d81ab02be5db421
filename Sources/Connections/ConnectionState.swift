import NIOCore

/// What the handlers of one connection share; touched on its event loop alone.
final class ConnectionState {
    let limits: ConnectionLimits
    let voice: any ConnectionVoice

    /// Nil where the connection is only to be told to come again.
    let place: ConnectionTable.Place?
    var clock: ConnectionClock

    init(_ limits: ConnectionLimits, _ voice: any ConnectionVoice, place: ConnectionTable.Place?) {
        (self.limits, self.voice, self.place) = (limits, voice, place)
        clock = ConnectionClock(limits, at: .now())
    }

    /// Tells the table of connections whether this one could be let go.
    func note() { place?.mayGo(from: clock.mayGo) }
}

/// Sees the first byte of each request, which the parser keeps to itself until its head is whole.
final class FirstByteHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let state: ConnectionState

    init(_ state: ConnectionState) { self.state = state }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        state.clock.bytesCame(at: .now())
        state.note()
        context.fireChannelRead(data)
    }
}
