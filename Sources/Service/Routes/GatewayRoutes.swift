import Hummingbird
import SecretBallot
import StrictEncoding

/// What relays ask for: no login either, as a gateway knows no relay from another sender.
struct GatewayRoutes {
    let office: RoundOffice

    func add(to rounds: RouterGroup<ServiceContext>) { rounds.post(":roundID/gateway", use: gateway) }

    @Sendable private func gateway(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let live = try await office.live(context)
        guard let gateway = live.gateway else { throw Problem(.notFound, "the round has no gateway") }
        let messages = try MessageList.parse(try await request.bytes(limit: gateway.requestLimit), as: "body")
        let answers = try await live.cast(relayed: messages)
        return .bytes(MessageList.encoded(answers), type: "application/octet-stream")
    }
}
