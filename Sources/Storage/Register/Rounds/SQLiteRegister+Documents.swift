import GRDB

extension SQLiteRegister {
    public func store(
        _ bytes: [UInt8], as name: String, of round: String, _ policy: DocumentPolicy, while states: Set<String>?
    ) async throws {
        try await write { db in
            try Self.require(round, in: states, db)
            try Self.store(bytes, as: name, of: round, policy, db)
        }
    }

    public func document(_ name: String, of round: String) async throws -> [UInt8]? {
        try await read { db in try Self.document(name, of: round, db) }
    }

    public func documentNames(of round: String) async throws -> [String] {
        try await read { db in
            try String.fetchAll(
                db,
                sql: "SELECT name FROM documents WHERE round = ? ORDER BY name",
                arguments: [round]
            )
        }
    }

    static func store(
        _ bytes: [UInt8], as name: String, of round: String, _ policy: DocumentPolicy, _ db: Database
    ) throws {
        if policy == .once, let present = try document(name, of: round, db) {
            guard present == bytes else {
                throw StorageError(.exists, "round \(round): \(name) is fixed already, with other bytes")
            }
            return
        }
        let sql = """
            INSERT INTO documents VALUES (?, ?, ?)
            ON CONFLICT (round, name) DO UPDATE SET bytes = excluded.bytes WHERE documents.bytes <> excluded.bytes
            """
        try db.execute(sql: sql, arguments: [round, name, bytes.blob])
    }

    private static func document(_ name: String, of round: String, _ db: Database) throws -> [UInt8]? {
        let sql = "SELECT bytes FROM documents WHERE round = ? AND name = ?"
        return try [UInt8].fetchOne(db, sql: sql, arguments: [round, name])
    }
}
