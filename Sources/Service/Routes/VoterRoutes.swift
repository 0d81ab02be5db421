import Hummingbird
import SecretBallot
import Storage
import StrictEncoding

/// What a voter's device asks for: no cookie, no login, nothing identifying with a slip.
struct VoterRoutes {
    /// A slip in base64url with its wrapping.
    private static let slipLimit = 2 << 10
    private static let foundLimit = 8 << 10

    let office: RoundOffice

    func add(to rounds: RouterGroup<ServiceContext>) {
        rounds.post(":roundID/tokens", use: tokens)
        rounds.post(":roundID/slips", use: slip)
        rounds.post(":roundID/found", use: found)
    }

    @Sendable private func tokens(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let live = try await office.live(context)
        let limit = 4_096 + live.manifest.contests.count * 400
        let entry = try RollEntry(
            try await request.bytes(limit: limit), as: "body", in: live.manifest.version, limit: limit)
        return .json(try await live.issue(entry).json)
    }

    @Sendable private func slip(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let live = try await office.live(context)
        let slip = try await request.object(["slip"], limit: Self.slipLimit).member("slip").bytes()
        return .json(["receipt": .bytes(try await live.cast(slip))])
    }

    @Sendable private func found(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let desk = try office.desk(of: context)
        let entry = try FoundEntry(try await request.bytes(limit: Self.foundLimit), as: "body")
        return .json(["found": .integer(try await desk.addFound(entry))])
    }
}

extension RoundOffice {
    /// The live round that the path names.
    /// - Throws: `Problem.unknownRound`, `.wrongState`, `.keptBack`.
    func live(_ context: ServiceContext) async throws -> LiveRound {
        try await desk(of: context).answering()
    }

    /// The round that the path names by its roundID.
    /// - Throws: `Problem.unknownRound`.
    func desk(of context: ServiceContext) throws -> RoundDesk {
        try desk(roundID: context.parameters.require("roundID"))
    }
}
