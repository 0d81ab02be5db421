import GRDB
import Testing

@testable import Storage

extension DatabaseWriter {
    /// What the writing connection is set to.
    func pragmas() async throws -> [String: Int] {
        try await writeWithoutTransaction { db in
            try ["synchronous", "foreign_keys", "secure_delete", "temp_store"].reduce(into: [:]) { pragmas, name in
                pragmas[name] = try Int.fetchOne(db, sql: "PRAGMA \(name)")
            }
        }
    }
}

extension SQLRegister {
    func pragmas() async throws -> [String: Int] { try await sqlite.pool.pragmas() }

    var sqlite: SQLiteEngine { get throws { try #require(engine as? SQLiteEngine) } }
}

extension SQLiteSpool {
    func pragmas() async throws -> [String: Int] { try await database.pragmas() }
}
