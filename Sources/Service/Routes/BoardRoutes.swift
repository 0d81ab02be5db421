import Hummingbird
import SecretBallot
import StrictEncoding

/// The counting board's: its key, its word at freezing, its share at opening, the count.
struct BoardRoutes {
    let office: RoundOffice
    let actions: CountingActions

    func add(to staff: RouterGroup<ServiceContext>) {
        staff.put("rounds/:round/board", use: setBoard)
        staff.post("rounds/:round/freeze-signatures", use: signFreeze)
        staff.post("rounds/:round/open", use: open)
        staff.get("rounds/:round/results", use: results)
        staff.post("rounds/:round/tally", use: tally)
        staff.post("rounds/:round/minutes-signatures", use: signMinutes)
        staff.post("rounds/:round/certify", use: certify)
    }

    @Sendable private func setBoard(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.admit(.giveBoardKey), try context.desk(of: office))
        try await actions.giveKey(CountingBoard(reading: try await request.json()), to: desk, by: member)
        return .noContent
    }

    @Sendable private func signFreeze(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.admit(.signFreeze), try context.desk(of: office))
        try await actions.sign(FreezeSignature(reading: try await request.json()), of: desk, by: member)
        return .noContent
    }

    @Sendable private func open(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.admit(.open), try context.desk(of: office))
        let object = try await request.object(BoardShare.names, optional: ["acknowledge"])
        try await actions.open(
            desk, with: BoardShare(among: object), acknowledging: object.acknowledgements(), by: member)
        return .json(try await desk.summary())
    }

    @Sendable private func results(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try context.admit(.seeResults)
        return .json(try await context.desk(of: office).results().json)
    }

    @Sendable private func tally(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.admit(.recount), try context.desk(of: office))
        return .json(try await actions.recount(desk, by: member).json)
    }

    @Sendable private func signMinutes(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.admit(.signMinutes), try context.desk(of: office))
        try await actions.sign(MinutesSignature(reading: try await request.json()), of: desk, by: member)
        return .noContent
    }

    @Sendable private func certify(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.admit(.certify), try context.desk(of: office))
        try await actions.certify(desk, acknowledging: try await request.acknowledgements(), by: member)
        return .json(try await desk.summary())
    }
}
