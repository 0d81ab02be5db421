public import HummingbirdCore
public import Logging
public import NIOCore
import NIOHTTP1
public import NIOHTTPTypes
import ServiceLifecycle

/// A kind of connection that speaks HTTP/1.1 within limits.
public struct HTTPConnection: ServerChildChannel, HTTPChannelHandler {
    public typealias Value = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

    public let responder: Responder
    private let limits: ConnectionLimits
    private let table: ConnectionTable
    private let voice: any ConnectionVoice

    /// - Parameter voice: of whoever answers.
    public init(
        responder: @escaping Responder, limits: ConnectionLimits, table: ConnectionTable, voice: any ConnectionVoice
    ) {
        (self.responder, self.limits, self.table, self.voice) = (responder, limits, table, voice)
    }

    public func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            let state = ConnectionState(limits, voice, place: place(for: channel))
            try pipeline.addHandler(FirstByteHandler(state))
            try pipeline.configureHTTPServerPipeline(
                withPipeliningAssistance: false, withErrorHandling: false, withOutboundHeaderValidation: false,
                withEncoderConfiguration: .init(),
                withDecoderLimitConfiguration: Self.headLimits)
            try pipeline.addHandler(RequestHandler(state))
            return try NIOAsyncChannel(
                wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
        }
    }

    private static var headLimits: NIOHTTPDecoderLimitConfiguration {
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderFieldSize = ConnectionLimits.fieldBytes
        limits.maxHeaderListSize = ConnectionLimits.headBytes
        limits.maxHeaderFieldCount = ConnectionLimits.fieldCount
        return limits
    }

    /// - Returns: nil where there is none, and the client is to be told, if there is a descriptor for that.
    private func place(for channel: any Channel) -> ConnectionTable.Place? {
        let admission = table.admit(PeerAddress(channel.remoteAddress)) {
            channel.pipeline.fireUserInboundEventTriggered(LetGo.place)
        }
        switch admission {
        case .admitted(let place), .turnedAway(let place):
            channel.closeFuture.whenComplete { [table] _ in table.leave(place) }
        case .refused:
            // Closed when it is set up: a failure here would be the whole server's.
            channel.eventLoop.execute { channel.close(promise: nil) }
        }
        if case .admitted(let place) = admission { return place }
        return nil
    }

    public func handle(value: Value, logger: Logger) async {
        let channel = value.channel
        await withGracefulShutdownHandler {
            await handleHTTP(asyncChannel: value, logger: logger)
        } onGracefulShutdown: { [limits] in
            channel.eventLoop.scheduleTask(in: limits.stopping) { channel.close(promise: nil) }
        }
    }
}
