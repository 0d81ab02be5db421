import StrictEncoding

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
            return max(try session.row(sql)?.optional("latest") ?? 0, try Self.latestExpiry(session))
        }
    }

    private static func latestExpiry(_ session: any SQLSession) throws -> Int {
        guard let row = try session.row("SELECT value FROM meta WHERE name = 'expiry'") else { return 0 }
        let bytes: [UInt8] = try row["value"]
        return bytes.reduce(0) { high, byte in high << 8 | Int(byte) }
    }

    /// Big-endian, so that later times are greater byte strings.
    static func keep(expiry time: Int, _ session: any SQLSession) throws {
        let sql = """
            INSERT INTO meta VALUES ('expiry', ?)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE meta.value < excluded.value
            """
        try session.execute(sql, [[UInt8](bigEndian: UInt64(max(0, time)))])
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
