/// The journal of staff's actions: only ever added to.
public protocol JournalRegister: Sendable {
    func add(_ entry: JournalEntry) async throws

    /// The latest `limit` entries, newest first; of one round, or of all where `round` is nil.
    func journal(of round: String?, limit: Int) async throws -> [JournalEntry]
}
