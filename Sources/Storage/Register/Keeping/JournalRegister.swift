/// The journal of staff's actions: only ever added to, each entry chained to the one before it.
public protocol JournalRegister: Sendable {
    /// Notes what changes nothing else in this register; what does is noted by `Register.noting`.
    func add(_ entry: JournalEntry) async throws

    /// The latest `limit` entries, newest first; of one round, or of all where `round` is nil.
    func journal(of round: String?, limit: Int) async throws -> [JournalEntry]

    /// How far the journal has come. Who writes its code down can later tell that nothing before it was changed.
    func journalHead() async throws -> JournalHead

    /// The latest time in the journal and among the rounds' steps; 0 where there is none.
    func latestTime() async throws -> Int

    /// Computes the whole chain anew.
    /// - Parameter codes: heads' codes that people have written down.
    /// - Returns: the first thing that does not fit; nil where all does.
    func journalFault(known codes: [String]) async throws -> JournalFault?
}
