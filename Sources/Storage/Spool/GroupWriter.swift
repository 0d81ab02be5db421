import GRDB
import Synchronization

/// Writes the rows of many callers in one transaction, with one sync for all of them.
///
/// Rows that come while a group is written, and within a moment after it, form the next one; the database's own queue
/// is the writer's thread, and reads take their turn between groups.
final class GroupWriter: Sendable {
    /// Under load a group waits for others to join it, no longer than a sync of a common disk takes; a row that comes
    /// alone is written at once.
    private static let gathering = Duration.milliseconds(3)

    private let database: DatabaseQueue
    private let backlog: Mutex<Backlog>

    init(_ database: DatabaseQueue, counts: SpoolCounts) {
        self.database = database
        backlog = Mutex(Backlog(counts: counts))
    }

    var counts: SpoolCounts { backlog.withLock(\.counts) }
    var phase: Phase { backlog.withLock(\.phase) }

    func reopen() { backlog.withLock { $0.reopen() } }

    /// Takes nothing more; returns when all that was taken is answered.
    func finish(_ phase: Phase) async {
        await withCheckedContinuation { continuation in
            if backlog.withLock({ $0.finish(phase, continuation) }) { continuation.resume() }
        }
    }

    /// Writes the rows whose keys are not taken, in one transaction; returns when that is durable.
    /// - Returns: what became of each, in order.
    /// - Throws: `StorageError`: `closed`, `full`, `inputOutput`; then no row was acknowledged.
    func put(_ rows: [SpoolRow]) async throws -> [Placement] {
        try await withCheckedThrowingContinuation { continuation in
            switch backlog.withLock({ $0.add(Waiting(rows: rows, continuation: continuation)) }) {
            case .refused: continuation.resume(throwing: StorageError(.closed, "the box takes nothing more"))
            case .queued: break
            case .first: schedule()
            }
        }
    }

    private func schedule() {
        database.asyncWriteWithoutTransaction { db in
            self.writeGroup(db)
            switch self.backlog.withLock({ $0.next() }) {
            case .group: self.scheduleSoon()
            case .idle(let finishers): for finisher in finishers { finisher.resume() }
            }
        }
    }

    private func scheduleSoon() {
        Task {
            try? await Task.sleep(for: Self.gathering)
            self.schedule()
        }
    }

    private func writeGroup(_ db: Database) {
        let group = backlog.withLock { $0.take() }
        let outcome = Result { try StorageError.translating { try Self.commit(group, db) } }
        if case .success(let placements) = outcome {
            backlog.withLock { $0.note(group, placements) }
        }
        for (position, waiting) in group.enumerated() {
            waiting.continuation.resume(with: outcome.map { $0[position] })
        }
    }

    private static func commit(_ group: [Waiting], _ db: Database) throws -> [[Placement]] {
        var placements: [[Placement]] = []
        try db.inTransaction(.immediate) {
            placements = try group.map { try $0.rows.map { try place($0, db) } }
            return .commit
        }
        return placements
    }

    private static func place(_ row: SpoolRow, _ db: Database) throws -> Placement {
        let insert = try db.cachedStatement(sql: row.table.insert)
        try insert.execute(arguments: [row.key.blob, row.value.blob])
        guard db.changesCount == 0 else { return .written }
        guard let present = try [UInt8].fetchOne(db, sql: row.table.select, arguments: [row.key.blob]) else {
            throw StorageError(.corrupt, "the spool's \(row.table.rawValue): a key without its row")
        }
        return .taken(present)
    }
}
