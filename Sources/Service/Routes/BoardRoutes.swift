import Hummingbird
import SecretBallot
import StrictEncoding

/// The counting board's: its key, its word at freezing, its share at opening, the count.
struct BoardRoutes {
    let office: RoundOffice
    let journal: Journal

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
        let (member, desk) = (try context.require(.board), try context.desk(of: office))
        try await desk.setBoard(CountingBoard(reading: try await request.json()))
        try await journal.note(member, "round.board", round: desk.name)
        return .noContent
    }

    @Sendable private func signFreeze(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.require(.board), try context.desk(of: office))
        try await desk.addFreezeSignature(FreezeSignature(reading: try await request.json()))
        try await journal.note(member, "round.sign-freeze", round: desk.name)
        return .noContent
    }

    @Sendable private func open(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.require(.board), try context.desk(of: office))
        try await desk.open(with: BoardShare(reading: try await request.json()))
        try await journal.note(member, "round.open", round: desk.name)
        return .json(try await desk.summary())
    }

    @Sendable private func results(_ request: Request, _ context: ServiceContext) async throws -> Response {
        _ = try context.require(.secretary, .board, .signer)
        return .json(try await context.desk(of: office).results().json)
    }

    @Sendable private func tally(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.require(.secretary, .board), try context.desk(of: office))
        let results = try await desk.recount()
        try await journal.note(member, "round.tally", round: desk.name)
        return .json(results.json)
    }

    @Sendable private func signMinutes(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.require(.board), try context.desk(of: office))
        try await desk.addMinutesSignature(MinutesSignature(reading: try await request.json()))
        try await journal.note(member, "round.sign-minutes", round: desk.name)
        return .noContent
    }

    @Sendable private func certify(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.require(.secretary, .board), try context.desk(of: office))
        try await desk.certify(acknowledging: try await request.acknowledgements())
        try await journal.note(member, "round.certify", round: desk.name)
        return .json(try await desk.summary())
    }
}
