import Hummingbird
import SecretBallot
import StrictEncoding

/// A board member's device, at its seat: no login and no cookie, the invitation's code alone.
struct SeatRoutes {
    let door: SeatDoor
    let actions: SeatActions

    func add(to board: RouterGroup<ServiceContext>) {
        board.get(":round", use: look)
        board.post(":round/registration", use: register)
        board.post(":round/commitment", use: commit)
        board.post(":round/message", use: deal)
        board.post(":round/accusation", use: accuse)
        board.post(":round/certification", use: certify)
        board.post(":round/attempt", use: beginAttempt)
        board.post(":round/proof", use: prove)
        board.post(":round/freeze-signature", use: signFreeze)
        board.post(":round/share", use: open)
        board.get(":round/opening", use: opening)
        board.get(":round/tally", use: tally)
        board.post(":round/minutes-signature", use: signMinutes)
    }

    private func admit(_ right: Right, _ request: Request, _ context: ServiceContext) async throws -> Seat {
        try right.admit(try await door.seat(of: request, context))
    }

    // MARK: - Looking

    @Sendable private func look(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let seat = try await admit(.followCeremony, request, context)
        return .tagged(try await seat.desk.view(for: seat), for: request)
    }

    @Sendable private func opening(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await document(.opening, request, context)
    }

    @Sendable private func tally(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await document(.tally, request, context)
    }

    /// What is public once the round is certified: a member's device counts, and signs, before that.
    private func document(
        _ document: RoundDocument, _ request: Request, _ context: ServiceContext
    ) async throws -> Response {
        let seat = try await admit(.seeCount, request, context)
        _ = try await seat.desk.isDue(.seeCount)
        return .bytes(try await seat.desk.require(document), type: "application/json")
    }

    // MARK: - Making the key

    @Sendable private func register(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let seat = try await admit(.joinCeremony, request, context)
        let object = try await request.object(["attempt", "key", "dkgKey", "random"])
        try await actions.register(
            CeremonyMember(among: object), in: object.attempt(), at: seat)
        return .noContent
    }

    @Sendable private func commit(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let seat = try await admit(.joinCeremony, request, context)
        try await actions.take(SignedCommitment(reading: try await request.json()), at: seat)
        return .noContent
    }

    @Sendable private func deal(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let seat = try await admit(.joinCeremony, request, context)
        try await actions.take(SignedFirstMessage(reading: try await request.json()), at: seat)
        return .noContent
    }

    @Sendable private func accuse(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let seat = try await admit(.joinCeremony, request, context)
        try await actions.take(Accusation(reading: try await request.json()), at: seat)
        return .noContent
    }

    @Sendable private func certify(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let seat = try await admit(.joinCeremony, request, context)
        let object = try await request.object(["member", "signature"])
        try await actions.take(
            certification: object.member("signature").bytes(65),
            of: object.member("member").integer(in: 0...BoardCeremony.memberCounts.upperBound - 1), at: seat)
        return .noContent
    }

    @Sendable private func beginAttempt(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let seat = try await admit(.beginAttemptOnEvidence, request, context)
        try await actions.beginAttempt(request.object(["attempt"]).attempt(), at: seat)
        return .noContent
    }

    // MARK: - Freezing, opening, the minutes

    @Sendable private func prove(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let seat = try await admit(.proveCopy, request, context)
        _ = try await request.object([])
        try await actions.proveCopy(at: seat)
        return .noContent
    }

    @Sendable private func signFreeze(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let seat = try await admit(.signFreezeAtSeat, request, context)
        try await actions.sign(FreezeSignature(reading: try await request.json()), at: seat)
        return .noContent
    }

    @Sendable private func open(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let seat = try await admit(.giveShare, request, context)
        let object = try await request.object(BoardShare.names, optional: ["acknowledge"])
        try await actions.open(with: BoardShare(among: object), acknowledging: object.acknowledgements(), at: seat)
        return .noContent
    }

    @Sendable private func signMinutes(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let seat = try await admit(.signMinutesAtSeat, request, context)
        try await actions.sign(MinutesSignature(reading: try await request.json()), at: seat)
        return .noContent
    }
}
