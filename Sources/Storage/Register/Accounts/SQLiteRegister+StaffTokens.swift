import GRDB

extension SQLiteRegister {
    public func add(_ token: StaffToken) async throws {
        try await write { db in
            try db.execute(
                sql: "INSERT INTO staffTokens VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    token.digest.blob, token.account, token.kind.rawValue, token.label, token.createdAt,
                    token.expiresAt,
                ]
            )
        }
    }

    public func holder(of digest: [UInt8], at time: Int) async throws -> (token: StaffToken, account: Account)? {
        try await read { db in
            let sql = "SELECT * FROM staffTokens WHERE digest = ? AND expiresAt > ?"
            guard let row = try Row.fetchOne(db, sql: sql, arguments: [digest.blob, time]),
                let token = StaffToken(row: row), let account = try Self.account(token.account, db),
                !account.isDisabled
            else { return nil }
            return (token, account)
        }
    }

    public func staffTokens(of account: String) async throws -> [StaffToken] {
        try await read { db in
            let sql = "SELECT * FROM staffTokens WHERE account = ? ORDER BY createdAt, digest"
            return try Row.fetchAll(db, sql: sql, arguments: [Account.folded(account)]).compactMap(StaffToken.init)
        }
    }

    public func revoke(_ digest: [UInt8]) async throws {
        try await write { db in
            try db.execute(sql: "DELETE FROM staffTokens WHERE digest = ?", arguments: [digest.blob])
        }
    }

    public func revokeAll(of account: String) async throws {
        try await write { db in try Self.endTokens(of: Account.folded(account), db) }
    }

    static func endTokens(of account: String, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM staffTokens WHERE account = ?", arguments: [account])
    }

    @discardableResult
    public func purgeExpired(at time: Int) async throws -> Int {
        try await write { db in
            try db.execute(sql: "DELETE FROM staffTokens WHERE expiresAt <= ?", arguments: [time])
            return db.changesCount
        }
    }
}

extension StaffToken {
    fileprivate init?(row: Row) {
        guard let kind = Kind(rawValue: row["kind"]) else { return nil }
        self.init(
            kind,
            digest: row.bytes("digest"),
            account: row["account"],
            label: row["label"],
            createdAt: row["createdAt"],
            expiresAt: row["expiresAt"]
        )
    }
}
