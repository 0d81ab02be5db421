import Hummingbird
import SecretBallot
import StrictEncoding

/// What relays ask for: no login either, as a gateway knows no relay from another sender.
struct GatewayRoutes {
    private static let statementLimit = 8 << 10

    let office: RoundOffice

    func add(to rounds: RouterGroup<ServiceContext>) {
        rounds.post(":roundID/gateway", use: gateway)
        rounds.post(":roundID/relays", use: statement)
    }

    @Sendable private func gateway(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let live = try await office.live(context)
        guard let gateway = live.gateway else { throw Problem(.notFound, "the round has no gateway") }
        let messages = try MessageList.parse(try await request.bytes(limit: gateway.requestLimit), as: "body")
        let answers = try await live.cast(relayed: messages)
        return .bytes(MessageList.encoded(answers), type: "application/octet-stream")
    }

    /// Signed by the relay's own key.
    @Sendable private func statement(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let desk = try office.desk(roundID: context.parameters.require("roundID"))
        let statement = try RelayStatement(try await request.bytes(limit: Self.statementLimit), as: "body")
        try await desk.addStatement(statement)
        return .noContent
    }
}
