import GRDB

extension SQLiteRegister {
    public func decision(_ digest: [UInt8]) async throws -> DecisionEntry? {
        try await read { db in try Self.decision(digest, db) }
    }

    public func decision(number: Int, of authority: String, year: Int) async throws -> DecisionEntry? {
        try await read { db in
            let sql = "SELECT * FROM decisions WHERE authority = ? AND year = ? AND number = ?"
            return try Row.fetchOne(db, sql: sql, arguments: [authority, year, number]).map(DecisionEntry.init(row:))
        }
    }

    public func annulment(of digest: [UInt8]) async throws -> DecisionEntry? {
        try await read { db in try Self.annulment(of: digest, db) }
    }

    public func decisions(round: String?, unit: String?, year: Int?) async throws -> [DecisionEntry] {
        try await read { db in
            let sql = """
                SELECT * FROM decisions
                WHERE round = ifnull(?, round) AND unit = ifnull(?, unit) AND year = ifnull(?, year)
                ORDER BY authority, year, number
                """
            return try Row.fetchAll(db, sql: sql, arguments: [round, unit, year]).map(DecisionEntry.init(row:))
        }
    }

    public func annulments() async throws -> [DecisionEntry] {
        try await read { db in
            let sql = "SELECT * FROM decisions WHERE annuls IS NOT NULL ORDER BY issuedAt, authority, year, number"
            return try Row.fetchAll(db, sql: sql).map(DecisionEntry.init(row:))
        }
    }

    static func decision(_ digest: [UInt8], _ db: Database) throws -> DecisionEntry? {
        try Row.fetchOne(db, sql: "SELECT * FROM decisions WHERE digest = ?", arguments: [digest.blob])
            .map(DecisionEntry.init(row:))
    }

    static func annulment(of digest: [UInt8], _ db: Database) throws -> DecisionEntry? {
        try Row.fetchOne(db, sql: "SELECT * FROM decisions WHERE annuls = ?", arguments: [digest.blob])
            .map(DecisionEntry.init(row:))
    }
}

extension DecisionEntry {
    fileprivate init(row: Row) {
        let claim = DecisionClaim(
            round: row["round"],
            unit: row["unit"],
            annuls: row.optionalBytes("annuls"),
            authority: row["authority"],
            year: row["year"]
        )
        let paper = DecisionPaper(
            digest: row.bytes("digest"),
            numberText: row["numberText"],
            issuedAt: row["issuedAt"],
            statement: row.bytes("statement"),
            signature: row.bytes("signature")
        )
        self.init(claim: claim, number: row["number"], paper: paper)
    }
}
