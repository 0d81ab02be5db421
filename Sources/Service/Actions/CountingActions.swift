import SecretBallot
import Storage

/// The counting board's: its key, its word at freezing, its share at opening, the count.
struct CountingActions: Sendable {
    let clock: ServiceClock

    /// - Throws: `Problem.draftIncomplete` for a board of several, `.boardOfSeveral` while one is planned,
    ///   `.sameKey`, `.alreadyFreezing`, `.wrongState`.
    func giveKey(_ board: CountingBoard, to round: RoundDesk, by member: StaffMember?) async throws {
        let member = try Right.giveBoardKey.admit(member)
        try await round.setBoard(board, noting: member.entry(RoundDeed.boardKeyGiven, in: round.name, at: clock.now))
    }

    /// - Throws: `Problem.freezeSignature`, `.wrongState`.
    func sign(_ signature: FreezeSignature, of round: RoundDesk, by member: StaffMember?) async throws {
        let member = try Right.signFreeze.admit(member)
        try await round.addFreezeSignature(
            signature, noting: member.entry(RoundDeed.freezeSigned, in: round.name, at: clock.now))
    }

    /// - Throws: `Problem.unacknowledgedWarnings`, `OpeningFault`, `Problem.auditFailed`, `.wrongState`.
    func open(
        _ round: RoundDesk, with share: BoardShare, acknowledging names: Set<String>, by member: StaffMember?
    ) async throws {
        let member = try Right.open.admit(member)
        try await round.open(
            with: share, acknowledging: names,
            noting: member.entry(RoundDeed.opened, in: round.name, at: clock.now),
            sharing: member.entry(SeatDeed.shareGiven, in: round.name, at: clock.now))
    }

    /// Counts again from the box, and compares; nothing changes but the journal.
    /// - Throws: `Problem.auditFailed`, `.wrongState`.
    func recount(_ round: RoundDesk, by member: StaffMember?) async throws -> RoundDesk.Results {
        let member = try Right.recount.admit(member)
        let results = try await round.recount()
        try await round.tools.register.add(member.entry(RoundDeed.recounted, in: round.name, at: clock.now))
        return results
    }

    /// - Throws: `Problem.minutesSignature`, `.wrongState`.
    func sign(_ signature: MinutesSignature, of round: RoundDesk, by member: StaffMember?) async throws {
        let member = try Right.signMinutes.admit(member)
        try await round.addMinutesSignature(
            signature, noting: member.entry(RoundDeed.minutesSigned, in: round.name, at: clock.now))
    }

    /// - Throws: `Problem.unacknowledgedWarnings`, `.auditFailed`, `.wrongState`.
    func certify(_ round: RoundDesk, acknowledging names: Set<String>, by member: StaffMember?) async throws {
        let member = try Right.certify.admit(member)
        try await round.certify(
            acknowledging: names, noting: member.entry(RoundDeed.certified, in: round.name, at: clock.now))
    }
}
