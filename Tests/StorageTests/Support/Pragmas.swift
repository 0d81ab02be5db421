import GRDB

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

extension SQLiteRegister {
    func pragmas() async throws -> [String: Int] { try await pool.pragmas() }
}

extension SQLiteSpool {
    func pragmas() async throws -> [String: Int] { try await database.pragmas() }
}
