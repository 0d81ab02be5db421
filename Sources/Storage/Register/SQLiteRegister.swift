import GRDB
import OpenSSLKit

/// The register in an SQLite file: write-ahead log, synced at every commit, foreign keys enforced.
public final class SQLiteRegister: Register {
    let pool: DatabasePool
    let masterKey: MasterKey

    /// Opens the database at `path` and brings it to this version's schema.
    /// - Throws: `StorageError`: `missing`, `corrupt`, `newerSchema`, `wrongKey`, `locked`.
    public init(opening path: String, masterKey: MasterKey) throws {
        guard FileTree.exists(path) else { throw StorageError(.missing, "\(path): no database") }
        self.masterKey = masterKey
        pool = try StorageError.translating {
            try Self.examine(path, masterKey)
            let pool = try DatabasePool(path: path, configuration: DatabaseSettings.configuration())
            try pool.writeWithoutTransaction(DatabaseSettings.makeDurable)
            try RegisterSchema.migrator.migrate(pool)
            return pool
        }
    }

    public func close() throws { try StorageError.translating { try pool.close() } }

    func read<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) async throws -> Value {
        try await StorageError.translating { try await pool.read(body) }
    }

    func write<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) async throws -> Value {
        try await StorageError.translating { try await pool.write(body) }
    }
}
