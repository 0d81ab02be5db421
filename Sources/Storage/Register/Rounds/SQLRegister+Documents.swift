extension SQLRegister {
    func store(
        _ bytes: [UInt8], as name: String, of round: String, _ policy: DocumentPolicy, while states: Set<String>?
    ) async throws {
        try await write { session in
            try Self.require(round, in: states, session)
            try Self.store(bytes, as: name, of: round, policy, session)
        }
    }

    func document(_ name: String, of round: String) async throws -> [UInt8]? {
        try await read { session in try Self.document(name, of: round, session) }
    }

    func documentNames(of round: String) async throws -> [String] {
        try await read { session in
            try session.rows("SELECT name FROM documents WHERE round = ? ORDER BY name", [round])
                .map { try $0["name"] }
        }
    }

    static func store(
        _ bytes: [UInt8], as name: String, of round: String, _ policy: DocumentPolicy, _ session: any SQLSession
    ) throws {
        if policy == .once, let present = try document(name, of: round, session) {
            guard present == bytes else {
                throw StorageError(.exists, "round \(round): \(name) is fixed already, with other bytes")
            }
            return
        }
        let sql = """
            INSERT INTO documents VALUES (?, ?, ?)
            ON CONFLICT (round, name) DO UPDATE SET bytes = excluded.bytes WHERE documents.bytes <> excluded.bytes
            """
        try session.execute(sql, [round, name, bytes])
    }

    private static func document(_ name: String, of round: String, _ session: any SQLSession) throws -> [UInt8]? {
        let sql = "SELECT bytes FROM documents WHERE round = ? AND name = ?"
        return try session.row(sql, [round, name]).map { try $0["bytes"] }
    }
}
