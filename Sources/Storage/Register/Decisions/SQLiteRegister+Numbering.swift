import GRDB

extension SQLiteRegister {
    public func reserve(
        _ orders: [PaperOrder], write makeText: @escaping @Sendable (PaperOrder, _ number: Int) throws -> PaperText
    ) async throws -> [NumberedPaper] {
        try await write { db in
            try orders.map { order in
                try Self.require(order.round, in: nil, db)
                for claim in order.claims { try Self.requireFree(claim, in: order.round, db) }
                let number = try Self.takeNumber(for: order, db)
                return try Self.insert(order, number, makeText(order, number), db)
            }
        }
    }

    /// The constraints of the table decide; this says it in words, and before anything is written.
    private static func requireFree(_ claim: DecisionClaim, in round: String, _ db: Database) throws {
        guard let annulled = claim.annuls else {
            let sql = "SELECT 1 FROM decisions WHERE round = ? AND unit = ? AND annuls IS NULL"
            guard try Row.fetchOne(db, sql: sql, arguments: [round, claim.unit]) == nil else {
                throw StorageError(.exists, "round \(round), unit \(claim.unit): decided already, or being decided")
            }
            return
        }
        guard try issued(annulled, db)?.kind == .recognition else {
            throw StorageError(.missing, "unit \(claim.unit): the recognition to annul is not in this register")
        }
        let sql = "SELECT 1 FROM decisions WHERE annuls = ?"
        guard try Row.fetchOne(db, sql: sql, arguments: [annulled.blob]) == nil else {
            throw StorageError(.exists, "unit \(claim.unit): that recognition is annulled already, or being annulled")
        }
    }

    /// The least number that was let go of, or else the one after the last. What was let go of behind the last is no
    /// gap, and is forgotten when an order goes on from a later number.
    private static func takeNumber(for order: PaperOrder, _ db: Database) throws -> Int {
        let (authority, year) = (order.series.authority, order.series.year)
        let used = "SELECT max(number) FROM papers WHERE authority = ? AND year = ?"
        let last = try Int.fetchOne(db, sql: used, arguments: [authority, year]) ?? 0
        let freed = """
            SELECT min(number) FROM freedNumbers WHERE authority = ? AND year = ? AND number BETWEEN ? AND ?
            """
        let gap = try Int.fetchOne(db, sql: freed, arguments: [authority, year, order.firstNumber, last])
        let forget = "DELETE FROM freedNumbers WHERE authority = ? AND year = ? AND (number = ? OR number > ?)"
        try db.execute(sql: forget, arguments: [authority, year, gap, last])
        return gap ?? max(order.firstNumber, last + 1)
    }

    private static func insert(
        _ order: PaperOrder, _ number: Int, _ text: PaperText, _ db: Database
    ) throws -> NumberedPaper {
        guard text.statements.count == order.claims.count else {
            throw StorageError(
                .malformed, "a paper of \(order.claims.count) claims, \(text.statements.count) statements")
        }
        try db.execute(
            sql: "INSERT INTO papers VALUES (NULL, ?, ?, ?, ?, ?, 'reserved', 0, NULL)",
            arguments: [order.round, order.series.authority, order.series.year, number, text.numberText])
        let paper = NumberedPaper(
            id: db.lastInsertedRowID, round: order.round, series: order.series, number: number,
            numberText: text.numberText, state: .reserved, since: 0)
        for (place, (claim, statement)) in zip(order.claims, text.statements).enumerated() {
            try db.execute(
                sql: "INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    statement.digest.blob, paper.id, place, order.round, claim.unit, claim.annuls?.blob,
                    statement.bytes.blob,
                ])
        }
        return paper
    }
}
