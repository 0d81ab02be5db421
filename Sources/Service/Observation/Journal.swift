import Storage

/// Who of the staff did what; never anything of a voter's.
struct Journal: Sendable {
    let register: any Register
    let clock: ServiceClock

    func note(_ member: StaffMember, _ action: String, _ detail: String = "", round: String? = nil) async throws {
        try await register.add(
            JournalEntry(at: clock.now, account: member.name, round: round, action: action, detail: detail))
    }
}
