extension SQLRegister {
    func reserve(
        _ orders: [PaperOrder], write makeText: @escaping @Sendable (PaperOrder, _ number: Int) throws -> PaperText
    ) async throws -> [NumberedPaper] {
        try await write { session in
            try orders.map { order in
                try Self.require(order.round, in: nil, session)
                for claim in order.claims { try Self.requireFree(claim, in: order.round, session) }
                let number = try Self.takeNumber(for: order, session)
                return try Self.insert(order, number, makeText(order, number), session)
            }
        }
    }

    /// The constraints of the table decide; this says it in words, and before anything is written.
    private static func requireFree(_ claim: DecisionClaim, in round: String, _ session: any SQLSession) throws {
        guard let annulled = claim.annuls else {
            let sql = "SELECT 1 FROM decisions WHERE round = ? AND unit = ? AND annuls IS NULL"
            guard try session.row(sql, [round, claim.unit]) == nil else {
                throw StorageError(.exists, "round \(round), unit \(claim.unit): decided already, or being decided")
            }
            return
        }
        guard try issued(annulled, session)?.kind == .recognition else {
            throw StorageError(.missing, "unit \(claim.unit): the recognition to annul is not in this register")
        }
        let sql = "SELECT 1 FROM decisions WHERE annuls = ?"
        guard try session.row(sql, [annulled]) == nil else {
            throw StorageError(.exists, "unit \(claim.unit): that recognition is annulled already, or being annulled")
        }
    }

    func nextNumber(in series: NumberSeries, from first: Int) async throws -> Int {
        try await read { session in try Self.next(in: series, from: first, session).number }
    }

    /// The least number that was let go of, or else the one after the last.
    private static func next(
        in series: NumberSeries, from first: Int, _ session: any SQLSession
    ) throws -> (number: Int, last: Int) {
        let used = "SELECT max(number) AS number FROM papers WHERE authority = ? AND year = ?"
        let last: Int = try session.row(used, [series.authority, series.year])?.optional("number") ?? 0
        let freed = """
            SELECT min(number) AS number FROM freedNumbers WHERE authority = ? AND year = ? AND number BETWEEN ? AND ?
            """
        let gap: Int? = try session.row(freed, [series.authority, series.year, first, last])?.optional("number")
        return (gap ?? max(first, last + 1), last)
    }

    /// What was let go of behind the last number is no gap, and is forgotten when an order goes on from a later one.
    private static func takeNumber(for order: PaperOrder, _ session: any SQLSession) throws -> Int {
        let (number, last) = try next(in: order.series, from: order.firstNumber, session)
        let forget = "DELETE FROM freedNumbers WHERE authority = ? AND year = ? AND (number = ? OR number > ?)"
        try session.execute(forget, [order.series.authority, order.series.year, number, last])
        return number
    }

    private static func insert(
        _ order: PaperOrder, _ number: Int, _ text: PaperText, _ session: any SQLSession
    ) throws -> NumberedPaper {
        guard text.statements.count == order.claims.count else {
            throw StorageError(
                .malformed, "a paper of \(order.claims.count) claims, \(text.statements.count) statements")
        }
        let insert = """
            INSERT INTO papers (round, authority, year, number, numberText, state, since)
            VALUES (?, ?, ?, ?, ?, 'reserved', 0) RETURNING id
            """
        let row = try session.row(
            insert, [order.round, order.series.authority, order.series.year, number, text.numberText])
        guard let id: Int64 = try row?["id"] else {
            throw StorageError(.corrupt, "a paper without a number of its own")
        }
        let paper = NumberedPaper(
            id: id, round: order.round, series: order.series, number: number,
            numberText: text.numberText, state: .reserved, since: 0)
        for (place, (claim, statement)) in zip(order.claims, text.statements).enumerated() {
            try session.execute(
                "INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    statement.digest, paper.id, place, order.round, claim.unit, claim.annuls,
                    statement.bytes,
                ])
        }
        return paper
    }
}
