extension SQLRegister {
    func decision(_ digest: [UInt8]) async throws -> DecisionEntry? {
        try await read { session in try Self.issued(digest, session) }
    }

    func annulment(of digest: [UInt8]) async throws -> DecisionEntry? {
        try await read { session in
            let sql = DecisionEntry.select + "WHERE decisions.annuls = ? AND papers.state = 'issued'"
            return try session.row(sql, [digest]).map(DecisionEntry.init(row:))
        }
    }

    func decisions(_ filter: DecisionFilter) async throws -> [DecisionEntry] {
        try await read { session in
            let conditions = ["papers.state = 'issued'"] + filter.conditions.map(\.sql)
            let sql = DecisionEntry.select + "WHERE " + conditions.joined(separator: " AND ")
            return try session.rows(
                sql + " ORDER BY authority, year, number, place", filter.conditions.compactMap(\.value)
            )
            .map(DecisionEntry.init(row:))
        }
    }

    func annulments() async throws -> [DecisionEntry] {
        try await read { session in
            let sql =
                DecisionEntry.select + """
                    WHERE papers.state = 'issued' AND annuls IS NOT NULL
                    ORDER BY since, authority, year, number, place
                    """
            return try session.rows(sql).map(DecisionEntry.init(row:))
        }
    }

    static func issued(_ digest: [UInt8], _ session: any SQLSession) throws -> DecisionEntry? {
        let sql = DecisionEntry.select + "WHERE digest = ? AND papers.state = 'issued'"
        return try session.row(sql, [digest]).map(DecisionEntry.init(row:))
    }
}

extension DecisionFilter {
    /// What is asked for, each with the value of its `?` if it has one.
    fileprivate var conditions: [(sql: String, value: (any SQLEncodable)?)] {
        var conditions: [(sql: String, value: (any SQLEncodable)?)] = []
        if let round { conditions.append(("decisions.round = ?", round)) }
        if let unit { conditions.append(("unit = ?", unit)) }
        if let year { conditions.append(("year = ?", year)) }
        if let numberText { conditions.append(("numberText = ?", numberText)) }
        if let kind { conditions.append((kind == .annulment ? "annuls IS NOT NULL" : "annuls IS NULL", nil)) }
        return conditions
    }
}
