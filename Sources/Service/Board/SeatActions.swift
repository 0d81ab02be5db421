import SecretBallot
import Storage

/// What a member of a board of several does from their seat: one function each, which asks the table itself.
struct SeatActions: Sendable {
    let clock: ServiceClock

    // MARK: - Making the key

    /// - Throws: `Problem.otherAttempt`, `.seatTaken`, `.ceremonyKey`, `.sameKey`, `.alreadyFreezing`, `.wrongState`.
    func register(_ member: CeremonyMember, in attempt: Int, at seat: Seat?) async throws {
        let own = try Right.joinCeremony.admit(seat)
        if try await own.desk.state() == .draft {
            try await own.desk.requireDistinctKeys(registering: member, named: own.name)
        }
        try await join(seat, .registered) { try $0.register(member, at: $1, in: attempt) }
    }

    /// - Throws: `Problem.otherSeat`, `.ceremonyEarly`, `CeremonyFault`, `Problem.alreadyFreezing`, `.wrongState`; so all
    ///   that follow.
    func take(_ commitment: SignedCommitment, at seat: Seat?) async throws {
        try await join(seat, .committed) { try $0.take(commitment, at: $1) }
    }

    func take(_ message: SignedFirstMessage, at seat: Seat?) async throws {
        try await join(seat, .dealt) { try $0.take(message, at: $1) }
    }

    func take(_ accusation: Accusation, at seat: Seat?) async throws {
        try await join(seat, .attemptBroken(nil)) { try $0.take(accusation, at: $1) }
    }

    func take(certification: [UInt8], of member: Int, at seat: Seat?) async throws {
        try await join(seat, .certified) { try $0.take(certification: certification, of: member, at: $1) }
    }

    private func join(
        _ seat: Seat?, _ deed: SeatDeed, _ change: @escaping @Sendable (inout BoardPlan, Int) throws -> Void
    ) async throws {
        let (seat, now) = (try Right.joinCeremony.admit(seat), clock.now)
        try await seat.desk.changePlan(
            .joinCeremony, noting: { seat.entry(Self.deed(deed, after: $0), at: now) },
            { try change(&$0, seat.place) })
    }

    /// What is said of a step that ended the attempt, one way or the other.
    private static func deed(_ usual: SeatDeed, after plan: BoardPlan) -> SeatDeed {
        if let finding = plan.finding { return .attemptBroken(finding) }
        return plan.isMade ? .keyMade : usual
    }

    /// Only after a member broke the present attempt; after silence it is the secretary's.
    /// - Throws: `Problem.otherAttempt`, `.ceremonyEarly`, `.alreadyFreezing`, `.wrongState`.
    func beginAttempt(_ number: Int, at seat: Seat?) async throws {
        let (seat, now) = (try Right.beginAttemptOnEvidence.admit(seat), clock.now)
        try await seat.desk.changePlan(
            .beginAttemptOnEvidence, noting: { seat.entry(RoundDeed.attemptBegun($0.attempt), at: now) },
            { try $0.beginAttempt(number, onEvidenceAlone: true) })
    }

    // MARK: - Freezing, opening, the minutes

    /// - Throws: `Problem.wrongState`.
    func proveCopy(at seat: Seat?) async throws {
        let (seat, now) = (try Right.proveCopy.admit(seat), clock.now)
        try await seat.desk.changePlan(
            .proveCopy, noting: { _ in seat.entry(SeatDeed.copyProved, at: now) },
            { $0.seats[seat.place].isProved = true })
    }

    /// - Throws: `Problem.otherSeat`, `.freezeSignature`, `.copyNotProved`, `.wrongState`.
    func sign(_ signature: FreezeSignature, at seat: Seat?) async throws {
        let seat = try Right.signFreezeAtSeat.admit(seat)
        guard signature.member == seat.place else { throw Problem(.otherSeat) }
        try await seat.desk.addFreezeSignature(signature, noting: seat.entry(SeatDeed.freezeSigned, at: clock.now))
    }

    /// - Throws: `Problem.otherSeat`, `.unacknowledgedWarnings`, `OpeningFault`, `Problem.auditFailed`, `.wrongState`.
    func open(with share: BoardShare, acknowledging names: Set<String>, at seat: Seat?) async throws {
        let seat = try Right.giveShare.admit(seat)
        guard share.member == seat.place else { throw Problem(.otherSeat) }
        try await seat.desk.open(
            with: share, acknowledging: names, noting: seat.entry(SeatDeed.opened, at: clock.now),
            sharing: seat.entry(SeatDeed.shareGiven, at: clock.now))
    }

    /// - Throws: `Problem.otherSeat`, `.minutesSignature`, `.wrongState`.
    func sign(_ signature: MinutesSignature, at seat: Seat?) async throws {
        let seat = try Right.signMinutesAtSeat.admit(seat)
        guard signature.member == seat.place else { throw Problem(.otherSeat) }
        try await seat.desk.addMinutesSignature(signature, noting: seat.entry(SeatDeed.minutesSigned, at: clock.now))
    }
}
