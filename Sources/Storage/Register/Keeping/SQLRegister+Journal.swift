extension SQLRegister {
    func add(_ entry: JournalEntry) async throws {
        try await write { session in try JournalChain.append(entry, session) }
    }

    func journal(of round: String?, limit: Int) async throws -> [JournalEntry] {
        try await read { session in
            let condition = round == nil ? "" : "WHERE round = ? "
            let sql = "SELECT * FROM journal " + condition + "ORDER BY place DESC LIMIT ?"
            return try session.rows(sql, (round.map { [$0] } ?? []) + [limit]).map(JournalEntry.init(row:))
        }
    }

    func journalHead() async throws -> JournalHead { try await read(JournalChain.head) }

    func latestTime() async throws -> Int {
        try await read { session in
            let sql = "SELECT max(at) AS latest FROM (SELECT at FROM journal UNION ALL SELECT at FROM steps) AS times"
            return try session.row(sql)?.optional("latest") ?? 0
        }
    }

    func journalFault(known codes: [String]) async throws -> JournalFault? {
        try await read { session in try JournalChain.fault(known: codes, session) }
    }
}

extension JournalEntry {
    init(row: SQLRow) throws {
        try self.init(
            at: row["at"], account: row["account"], round: row.optional("round"), action: row["action"],
            detail: row["detail"])
    }
}
