import OpenSSLKit

extension SQLRegister {
    func add(_ factor: Factor) async throws {
        let wrapped = try masterKey.wrap(
            SecretBytes(copying: factor.material), purpose: Self.purpose(factor.account))
        try await write { session in
            _ = try Self.require(factor.account, session)
            guard try session.row("SELECT id FROM factors WHERE id = ?", [factor.id]) == nil else {
                throw StorageError(.exists, "a second factor is registered already")
            }
            try Self.insert(factor, wrapped, session)
        }
    }

    func factors(of account: String) async throws -> [Factor] {
        let account = Account.folded(account)
        let rows = try await read { session in
            try session.rows("SELECT * FROM factors WHERE account = ? ORDER BY createdAt, id", [account])
                .map { row in (factor: try Factor(row: row), wrapped: try row["wrapped"] as [UInt8]) }
        }
        return try rows.compactMap { factor, wrapped in
            try factor?.with(masterKey.unwrap(wrapped, purpose: Self.purpose(account)).unwipedCopy)
        }
    }

    func useFactor(_ id: [UInt8], of account: String, counter: Int, at time: Int) async throws -> Bool {
        let sql = """
            UPDATE factors SET counter = ?, usedAt = ?
            WHERE id = ? AND account = ? AND (counter < ? OR (counter = 0 AND ? = 0))
            """
        return try await write { session in
            try session.execute(sql, [counter, time, id, Account.folded(account), counter, counter]) == 1
        }
    }

    func spendRecoveryCode(_ digest: [UInt8], of account: String) async throws -> Bool {
        try await write { session in
            try session.execute(
                "DELETE FROM factors WHERE id = ? AND account = ? AND kind = ?",
                [digest, Account.folded(account), Factor.Kind.recovery.rawValue]) == 1
        }
    }

    func setRecoveryCodes(_ digests: [[UInt8]], of account: String, at time: Int) async throws {
        let account = Account.folded(account)
        let wrapped = try masterKey.wrap(SecretBytes(copying: []), purpose: Self.purpose(account))
        try await write { session in
            _ = try Self.require(account, session)
            try session.execute(
                "DELETE FROM factors WHERE account = ? AND kind = ?", [account, Factor.Kind.recovery.rawValue])
            for digest in digests {
                try Self.insert(Factor(.recovery, id: digest, account: account, createdAt: time), wrapped, session)
            }
        }
    }

    @discardableResult
    func removeFactor(_ id: [UInt8], of account: String, needed: Bool) async throws -> Bool {
        let account = Account.folded(account)
        return try await write { session in
            guard
                try session.execute(
                    "DELETE FROM factors WHERE id = ? AND account = ? AND kind <> ?",
                    [id, account, Factor.Kind.recovery.rawValue]) == 1
            else { return false }
            let others = try session.rows(
                "SELECT id FROM factors WHERE account = ? AND kind <> ?", [account, Factor.Kind.recovery.rawValue])
            guard others.isEmpty else { return true }
            guard !needed else { throw StorageError(.lastHolder, "account \(account): it must keep a second factor") }
            try session.execute("DELETE FROM factors WHERE account = ?", [account])
            return true
        }
    }

    func removeFactors(of account: String) async throws {
        let account = Account.folded(account)
        try await write { session in
            try session.execute("DELETE FROM factors WHERE account = ?", [account])
            try Self.endTokens(of: account, session)
        }
    }

    private static func insert(_ factor: Factor, _ wrapped: [UInt8], _ session: any SQLSession) throws {
        try session.execute(
            "INSERT INTO factors VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                factor.id, factor.account, factor.kind.rawValue, factor.label, wrapped, factor.counter,
                factor.createdAt, factor.usedAt,
            ])
    }

    private static func purpose(_ account: String) -> String { "factor/\(account)" }
}

extension Factor {
    /// Its material is wrapped still.
    fileprivate init?(row: SQLRow) throws {
        guard let kind = Kind(rawValue: try row["kind"]) else { return nil }
        try self.init(
            kind, id: row["id"], account: row["account"], label: row["label"], counter: row["counter"],
            createdAt: row["createdAt"], usedAt: row.optional("usedAt"))
    }

    fileprivate func with(_ material: [UInt8]) -> Factor {
        Factor(
            kind, id: id, account: account, label: label, material: material, counter: counter, createdAt: createdAt,
            usedAt: usedAt)
    }
}
