/// What a member of staff may do.
public enum Role: String, Sendable, CaseIterable {
    /// Accounts and the journal.
    case admin

    /// Rounds: from the draft to the seal.
    case secretary

    /// The key of the box: freezing, opening, certifying.
    case board

    /// Decisions and their annulment.
    case signer
}
