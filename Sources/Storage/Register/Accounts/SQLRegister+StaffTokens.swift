extension SQLRegister {
    func add(_ token: StaffToken) async throws {
        try await write { session in
            try session.execute(
                "INSERT INTO staffTokens VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    token.digest, token.account, token.kind.rawValue, token.label, token.createdAt,
                    token.expiresAt, token.usedAt, token.provedAt,
                ])
        }
    }

    func holder(of digest: [UInt8], at time: Int) async throws -> (token: StaffToken, account: Account)? {
        let holder = try await read { session -> (token: StaffToken, account: Account)? in
            guard let row = try session.row("SELECT * FROM staffTokens WHERE digest = ?", [digest]),
                let token = try StaffToken(row: row), let account = try Self.account(token.account, session),
                !account.isDisabled
            else { return nil }
            return (token, account)
        }
        guard let holder, holder.token.expiresAt <= time else { return holder }
        try await purgeExpired(at: time)
        return nil
    }

    func staffTokens(of account: String) async throws -> [StaffToken] {
        try await read { session in
            let sql = "SELECT * FROM staffTokens WHERE account = ? ORDER BY createdAt, digest"
            return try session.rows(sql, [Account.folded(account)]).compactMap(StaffToken.init(row:))
        }
    }

    func touch(_ digest: [UInt8], at time: Int) async throws {
        try await write { session in
            try session.execute(
                "UPDATE staffTokens SET usedAt = ? WHERE digest = ? AND usedAt < ?", [time, digest, time])
        }
    }

    func prove(_ digest: [UInt8], at time: Int) async throws {
        try await write { session in
            try session.execute("UPDATE staffTokens SET provedAt = ? WHERE digest = ?", [time, digest])
        }
    }

    func revoke(_ digest: [UInt8]) async throws {
        try await write { session in
            try session.execute("DELETE FROM staffTokens WHERE digest = ?", [digest])
        }
    }

    static func endTokens(of account: String, _ session: any SQLSession) throws {
        try session.execute("DELETE FROM staffTokens WHERE account = ?", [account])
    }

    static func endTokens(of account: String, _ kind: StaffToken.Kind, _ session: any SQLSession) throws {
        try session.execute("DELETE FROM staffTokens WHERE account = ? AND kind = ?", [account, kind.rawValue])
    }

    @discardableResult
    func purgeExpired(at time: Int) async throws -> Int {
        try await write { session in
            let count = try session.execute("DELETE FROM staffTokens WHERE expiresAt <= ?", [time])
            try Self.keep(expiry: time, session)
            return count
        }
    }
}

extension StaffToken {
    /// Nil for a kind that this version does not know.
    fileprivate init?(row: SQLRow) throws {
        guard let kind = Kind(rawValue: try row["kind"]) else { return nil }
        try self.init(
            kind, digest: row["digest"], account: row["account"], label: row["label"], createdAt: row["createdAt"],
            expiresAt: row["expiresAt"], usedAt: row["usedAt"], provedAt: row["provedAt"])
    }
}
