import GRDB

extension SQLiteRegister {
    public func add(_ entry: JournalEntry) async throws {
        try await write { db in try JournalChain.append(entry, db) }
    }

    public func journal(of round: String?, limit: Int) async throws -> [JournalEntry] {
        try await read { db in
            let sql = "SELECT * FROM journal WHERE ?1 IS NULL OR round = ?1 ORDER BY place DESC LIMIT ?2"
            return try Row.fetchAll(db, sql: sql, arguments: [round, limit]).map(JournalEntry.init(row:))
        }
    }

    public func journalHead() async throws -> JournalHead { try await read(JournalChain.head) }

    public func journalFault(known codes: [String]) async throws -> JournalFault? {
        try await read { db in try JournalChain.fault(known: codes, db) }
    }
}

extension JournalEntry {
    init(row: Row) {
        self.init(
            at: row["at"],
            account: row["account"],
            round: row["round"],
            action: row["action"],
            detail: row["detail"]
        )
    }
}
