import Storage

/// The secretary's: the meeting, from the issuing of ballots to the seal, or to the round's end.
extension RoundActions {
    /// - Throws: `Problem.freezeSignaturesMissing`, `.wrongState`.
    func beginIssuing(_ round: RoundDesk, by member: StaffMember?) async throws {
        let member = try Right.beginIssuing.admit(member)
        try await round.beginIssuing(noting: member.entry(RoundDeed.issuingBegun, in: round.name, at: now))
    }

    /// Marks who is here; all of it or nothing.
    /// - Throws: `Problem.voterUnknown`, `.presenceFixed`, `.wrongState`.
    func mark(
        _ marks: [String: AttendanceMark], in round: RoundDesk, by member: StaffMember?
    ) async throws -> Turnout {
        let member = try Right.markPresence.admit(member)
        return try await round.mark(marks) { [now] in
            member.entry(RoundDeed.presenceMarked($0), in: round.name, at: now)
        }
    }

    /// - Throws: `Problem.unacknowledgedWarnings`, `.wrongState`.
    func beginVoting(
        _ round: RoundDesk, acknowledging names: Set<String>, by member: StaffMember?
    ) async throws {
        let member = try Right.beginVoting.admit(member)
        try await round.beginVoting(
            acknowledging: names, noting: member.entry(RoundDeed.votingBegun, in: round.name, at: now))
    }

    /// - Throws: `Problem.unacknowledgedWarnings`, `.wrongState`.
    func close(_ round: RoundDesk, acknowledging names: Set<String>, by member: StaffMember?) async throws {
        let member = try Right.close.admit(member)
        try await round.close(acknowledging: names, noting: member.entry(RoundDeed.closed, in: round.name, at: now))
    }

    /// - Throws: `Problem.unacknowledgedWarnings`, `.auditFailed`, `.wrongState`.
    func seal(_ round: RoundDesk, acknowledging names: Set<String>, by member: StaffMember?) async throws {
        let member = try Right.seal.admit(member)
        try await round.seal(acknowledging: names, noting: member.entry(RoundDeed.sealed, in: round.name, at: now))
    }

    /// - Parameter reason: why, for the minutes.
    /// - Throws: `Problem.unacknowledgedWarnings`, `.wrongState`.
    func cancel(
        _ round: RoundDesk, reason: String, acknowledging names: Set<String>, by member: StaffMember?
    ) async throws {
        let member = try Right.cancel.admit(member)
        try await round.cancel(
            reason: reason, acknowledging: names,
            noting: member.entry(RoundDeed.cancelled, in: round.name, at: now))
    }
}
