import GRDB
import OpenSSLKit

/// The register in an SQLite file: write-ahead log, synced at every commit, foreign keys enforced.
public final class SQLiteRegister: Register {
    let pool: DatabasePool
    let masterKey: MasterKey

    /// What every change is noted as; nil: the caller notes it, or nobody.
    private let note: JournalEntry?

    /// Opens the database at `path` and brings it to this version's schema.
    /// - Throws: `StorageError`: `missing`, `corrupt`, `newerSchema`, `wrongKey`, `locked`.
    public init(opening path: String, masterKey: MasterKey) throws {
        guard FileTree.exists(path) else { throw StorageError(.missing, "\(path): no database") }
        self.masterKey = masterKey
        note = nil
        pool = try StorageError.translating {
            try Self.examine(path, masterKey)
            let pool = try DatabasePool(path: path, configuration: DatabaseSettings.configuration())
            try pool.writeWithoutTransaction(DatabaseSettings.makeDurable)
            try RegisterSchema.migrator.migrate(pool)
            return pool
        }
    }

    private init(_ register: SQLiteRegister, noting entry: JournalEntry) {
        (pool, masterKey, note) = (register.pool, register.masterKey, entry)
    }

    public func noting(_ entry: JournalEntry) -> any Register { SQLiteRegister(self, noting: entry) }

    public func close() throws { try StorageError.translating { try pool.close() } }

    func read<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) async throws -> Value {
        try await StorageError.translating { try await pool.read(body) }
    }

    /// Runs `body` in one transaction, with the journal's entry where rows changed.
    func write<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) async throws -> Value {
        let note = note
        return try await StorageError.translating {
            try await pool.write { db in
                let before = db.totalChangesCount
                let value = try body(db)
                if let note, db.totalChangesCount != before { try JournalChain.append(note, db) }
                return value
            }
        }
    }
}
