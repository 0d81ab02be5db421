import GRDB

extension SQLiteRegister {
    public func add(_ entry: JournalEntry) async throws {
        try await write { db in
            try db.execute(
                sql: "INSERT INTO journal (at, account, round, action, detail) VALUES (?, ?, ?, ?, ?)",
                arguments: [entry.at, entry.account, entry.round, entry.action, entry.detail]
            )
        }
    }

    public func journal(of round: String?, limit: Int) async throws -> [JournalEntry] {
        try await read { db in
            let sql = "SELECT * FROM journal WHERE ?1 IS NULL OR round = ?1 ORDER BY id DESC LIMIT ?2"
            return try Row.fetchAll(db, sql: sql, arguments: [round, limit]).map(JournalEntry.init(row:))
        }
    }
}

extension JournalEntry {
    fileprivate init(row: Row) {
        self.init(
            at: row["at"],
            account: row["account"],
            round: row["round"],
            action: row["action"],
            detail: row["detail"]
        )
    }
}
