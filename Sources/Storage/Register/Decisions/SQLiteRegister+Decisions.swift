import GRDB

extension SQLiteRegister {
    public func decision(_ digest: [UInt8]) async throws -> DecisionEntry? {
        try await read { db in try Self.issued(digest, db) }
    }

    public func annulment(of digest: [UInt8]) async throws -> DecisionEntry? {
        try await read { db in
            let sql = DecisionEntry.select + "WHERE decisions.annuls = ? AND papers.state = 'issued'"
            return try Row.fetchOne(db, sql: sql, arguments: [digest.blob]).map(DecisionEntry.init(row:))
        }
    }

    public func decisions(_ filter: DecisionFilter) async throws -> [DecisionEntry] {
        try await read { db in
            let sql =
                DecisionEntry.select + """
                    WHERE papers.state = 'issued'
                        AND decisions.round = ifnull(?, decisions.round) AND unit = ifnull(?, unit)
                        AND year = ifnull(?, year) AND numberText = ifnull(?, numberText)
                        AND (annuls IS NOT NULL) = ifnull(?, annuls IS NOT NULL)
                    ORDER BY authority, year, number, place
                    """
            let isAnnulment = filter.kind.map { $0 == .annulment }
            let arguments: StatementArguments = [
                filter.round, filter.unit, filter.year, filter.numberText, isAnnulment,
            ]
            return try Row.fetchAll(db, sql: sql, arguments: arguments).map(DecisionEntry.init(row:))
        }
    }

    public func annulments() async throws -> [DecisionEntry] {
        try await read { db in
            let sql =
                DecisionEntry.select + """
                    WHERE papers.state = 'issued' AND annuls IS NOT NULL
                    ORDER BY since, authority, year, number, place
                    """
            return try Row.fetchAll(db, sql: sql).map(DecisionEntry.init(row:))
        }
    }

    static func issued(_ digest: [UInt8], _ db: Database) throws -> DecisionEntry? {
        let sql = DecisionEntry.select + "WHERE digest = ? AND papers.state = 'issued'"
        return try Row.fetchOne(db, sql: sql, arguments: [digest.blob]).map(DecisionEntry.init(row:))
    }
}
