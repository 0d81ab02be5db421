import HTTPTypes
import Hummingbird
import NIOCore
import SecretBallot
import ServiceLifecycle
import StrictEncoding

/// What goes on in a round, as it happens, for the room's screen: server-sent events, each the round's public status.
struct RoundEvents {
    /// How often memory is looked at.
    private static let pace = Duration.seconds(1)

    /// A line that says nothing, after so many looks without news: it keeps proxies from hanging up.
    private static let patience = 15

    let rounds: PublicRounds
    let places = StreamPlaces()

    func add(to pages: RouterGroup<ServiceContext>) { pages.get("rounds/:roundID/events", use: events) }

    @Sendable private func events(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let desk = try rounds.desk(context)
        let roundID = try await rounds.facts(of: desk).roundID
        // Whoever can have no stream of their own asks now and then.
        if request.headers[.accept] == "application/json" { return .json(try await rounds.status(of: desk)) }
        let place = try places.take(in: roundID, by: context.staff == nil ? .stranger(context.peer) : .staff)
        let body = ResponseBody { writer in
            // The place is given back with this closure, however it ends.
            defer { withExtendedLifetime(place) {} }
            try? await request.body.consumeWithCancellationOnInboundClose { _ in
                try await send(RoundNews(desk: desk, rounds: rounds), to: &writer)
            }
            try await writer.finish(nil)
        }
        var response = Response(status: .ok, body: body)
        response.headers[.contentType] = "text/event-stream; charset=utf-8"
        response.headers[.cacheControl] = "no-store"
        response.headers[.accelBuffering] = "no"
        return response
    }

    /// Until whoever watches leaves, or the service stops.
    @concurrent private func send(_ news: RoundNews, to writer: inout any ResponseBodyWriter) async throws {
        var news = news
        var silence = 0
        while !Task.isCancelled, !Task.isShuttingDownGracefully {
            if let event = try await news.next() {
                try await writer.write(ByteBuffer(bytes: event))
                silence = 0
            } else {
                silence += 1
                if silence.isMultiple(of: Self.patience) { try await writer.write(ByteBuffer(string: ":\n\n")) }
            }
            try await Task.sleep(for: Self.pace)
        }
    }
}

extension HTTPField.Name {
    /// Tells a proxy to hand each event on at once.
    static let accelBuffering = HTTPField.Name("X-Accel-Buffering")!
}
