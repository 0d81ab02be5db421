import HTTPTypes
import Hummingbird
import SecretBallot
import StrictEncoding

/// What relays ask for: no login; their keys stand in the manifest.
struct GatewayRoutes {
    private static let statementLimit = 8 << 10

    let office: RoundOffice

    func add(to rounds: RouterGroup<ServiceContext>) {
        rounds.post(":roundID/gateway", use: gateway)
        rounds.post(":roundID/relays", use: statement)
    }

    /// Whose it is, is known before anything of it is taken apart: strangers take no time from relays.
    @Sendable private func gateway(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (desk, live) = (try office.desk(of: context), try await office.live(context))
        guard let gateway = live.gateway else { throw Problem(.notFound, "the round has no gateway") }
        let closing = try await desk.closing(of: live.manifest)
        guard let pass = request.headers[.authorization].flatMap({ try? GatewayPass($0) }) else {
            throw Problem(.notARelay)
        }
        let body = try await request.bytes(limit: gateway.requestLimit)
        guard pass.isValid(for: body, closing: closing, of: live.manifest) else { throw Problem(.notARelay) }
        let answers = try await live.relayTurns.run(pass.relay) {
            try await live.cast(relayed: try Self.messages(in: body))
        }
        return .bytes(MessageList.encoded(answers), type: "application/octet-stream")
    }

    private static func messages(in body: [UInt8]) throws(Problem) -> [[UInt8]] {
        do { return try MessageList.parse(body, as: "body") } catch { throw Problem(.malformedRequest, "\(error)") }
    }

    /// Signed by the relay's own key.
    @Sendable private func statement(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let desk = try office.desk(of: context)
        let statement = try RelayStatement(try await request.bytes(limit: Self.statementLimit), as: "body")
        try await desk.addStatement(statement)
        return .noContent
    }
}
