import Hummingbird
import SecretBallot
import StrictEncoding

/// The secretary's: who is on a board of several, and their invitations.
struct BoardPlanRoutes {
    let office: RoundOffice
    let actions: RoundActions

    func add(to staff: RouterGroup<ServiceContext>) {
        staff.put("rounds/:round/board/members", use: plan)
        staff.delete("rounds/:round/board/members", use: unplan)
        staff.post("rounds/:round/board/members/:place/invitation", use: renew)
        staff.post("rounds/:round/board/attempt", use: beginAttempt)
    }

    @Sendable private func plan(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.admit(.planBoard), try context.desk(of: office))
        let invitations = try await actions.planBoard(
            BoardOrder(reading: try await request.json()), of: desk, by: member)
        return .json(["invitations": .array(invitations.map(\.json))])
    }

    @Sendable private func unplan(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.admit(.planBoard), try context.desk(of: office))
        try await actions.unplanBoard(of: desk, acknowledging: request.namedAcknowledgements(), by: member)
        return .noContent
    }

    @Sendable private func renew(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.admit(.renewInvitation), try context.desk(of: office))
        guard let place = try Int(context.parameters.require("place")) else { throw Problem(.notFound) }
        return .json(try await actions.renewInvitation(of: place, in: desk, by: member).json)
    }

    @Sendable private func beginAttempt(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.admit(.beginAttempt), try context.desk(of: office))
        let object = try await request.object(["attempt"], optional: ["acknowledge"])
        try await actions.beginAttempt(
            object.attempt(), in: desk, acknowledging: object.acknowledgements(), by: member)
        return .noContent
    }
}

extension JSONObjectReader {
    /// `attempt`: the number of one at making the board's key.
    func attempt() throws(MalformedInput) -> Int {
        try member("attempt").integer(in: 1...Int(UInt16.max))
    }
}
