import Storage

/// Whose seat of a round's board it is that asks.
struct Seat: Sendable {
    let desk: RoundDesk

    /// From 0.
    let place: Int
    let name: String

    /// What the journal keeps of a deed of theirs.
    func entry(_ deed: some Deed, at now: Int) -> JournalEntry {
        JournalEntry(deed, by: "Ban kiểm phiếu \(place + 1): \(name)", in: desk.name, at: now)
    }
}

extension RoundDesk {
    /// The seat whose present code this is; nil where there is none.
    func seat(shown code: InvitationCode) async throws -> Seat? {
        guard let plan = try await boardPlan(), let place = plan.place(shownBy: code.digest) else { return nil }
        return Seat(desk: self, place: place, name: plan.seats[place].name)
    }
}
