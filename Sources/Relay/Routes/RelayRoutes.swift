import HTTPTypes
import Hummingbird
import NIOCore
import SecretBallot
import StrictEncoding

/// What devices, and whoever wants to know how many handed over, ask of a relay.
struct RelayRoutes {
    let desk: RelayDesk
    let running: RelayRunning
    let budget: BodyBytes

    func add(to router: RouterGroup<RelayContext>) {
        let round = router.group("rounds/:roundID")
        round.get(use: status)
        round.post("bundles", use: handOver)
        round.get("bundles/:hash", use: answers)
        round.post("bundles/:hash/release", use: release)
    }

    /// A round is known once anybody has asked about it: so that a relay to which nobody hands over says that too.
    private func round(_ context: RelayContext) async throws -> RoundID {
        guard let roundID = try? RoundID(text: context.parameters.require("roundID")) else {
            throw RelayRefusal.unknownRound
        }
        guard !desk.knows(roundID) else { return roundID }
        if let runner = try await desk.adopt(roundID) { running.begin(runner) }
        return roundID
    }

    private func hash(_ context: RelayContext) throws -> [UInt8] {
        guard let hash = try? Base64URL.decode(context.parameters.require("hash")), hash.count == Hash.byteCount else {
            throw RelayRefusal.unknownBundle
        }
        return hash
    }

    @Sendable private func status(_ request: Request, _ context: RelayContext) async throws -> Response {
        .json(try desk.status(of: await round(context)))
    }

    @Sendable private func handOver(_ request: Request, _ context: RelayContext) async throws -> Response {
        let roundID = try await round(context)
        let form = try desk.form(of: roundID)
        let body = try await budget.body(of: request, limit: Handover.byteLimit(of: form), context)
        // While the body came, the round may have been let go of for another's sake.
        _ = try await round(context)
        try desk.take(Handover(body, of: form), of: roundID)
        return .json(["voters": .integer(try desk.voterCount(of: roundID))], status: .accepted)
    }

    @Sendable private func answers(_ request: Request, _ context: RelayContext) async throws -> Response {
        let roundID = try await round(context)
        switch try desk.answer(for: hash(context), of: roundID) {
        case .held: return .waiting("held", try desk.voterCount(of: roundID))
        case .lowering(let end):
            let seconds = max(0, end - desk.tools.clock.now)
            return .waiting("lowering", try desk.voterCount(of: roundID), seconds: seconds)
        case .sending(let voters): return .waiting("sending", voters)
        case .answers(let answers, let voters):
            return .json(["answers": .array(answers.map(JSONValue.bytes)), "voters": .integer(voters)])
        case .unsent(let voters):
            return .json(["unsent": .bool(true), "voters": .integer(voters)])
        case .ended: return .json(["ended": .bool(true)])
        case .lost:
            return .json(["state": .string("lost")], status: .gone)
        }
    }

    @Sendable private func release(_ request: Request, _ context: RelayContext) async throws -> Response {
        let (roundID, hash) = (try await round(context), try hash(context))
        let asked = try ReleaseRequest(try await budget.body(of: request, limit: 8 << 10, context))
        return .json(["released": .bytes(try desk.release(hash, asked, of: roundID))])
    }
}

extension Response {
    /// Of a bundle whose end is not known yet.
    fileprivate static func waiting(_ state: String, _ voters: Int, seconds: Int? = nil) -> Response {
        let value: JSONValue = ["state": .string(state), "voters": .integer(voters)]
        return .json(value.adding("seconds", seconds.map(JSONValue.integer)), status: .accepted)
    }

    static func json(_ value: JSONValue, status: HTTPResponse.Status = .ok) -> Response {
        var response = Response(status: status, body: .init(byteBuffer: .init(bytes: value.encoded())))
        response.headers[.contentType] = "application/json"
        return response
    }
}
