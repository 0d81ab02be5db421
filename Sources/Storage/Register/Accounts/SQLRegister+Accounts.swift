extension SQLRegister {
    func create(_ account: Account) async throws {
        guard !account.name.isEmpty else { throw StorageError(.malformed, "an account needs a name") }
        let roles = try Self.joined(account.roles)
        try await write { session in
            guard try Self.account(account.name, session) == nil else {
                throw StorageError(.exists, "account \(account.name): there is one of that name already")
            }
            try session.execute(
                "INSERT INTO accounts VALUES (?, ?, ?, ?, ?, ?)",
                [
                    account.name, account.displayName, roles, account.password, account.isDisabled,
                    account.passwordUntil,
                ])
        }
    }

    func recover(_ account: Account) async throws {
        guard !account.name.isEmpty else { throw StorageError(.malformed, "an account needs a name") }
        try await write { session in
            let present = try Self.account(account.name, session)
            let values: [(any SQLEncodable)?] = [
                present?.displayName ?? account.displayName,
                try Self.joined(account.roles.union(present?.roles ?? [])), account.password,
                account.passwordUntil, account.name,
            ]
            if present == nil {
                try session.execute(
                    "INSERT INTO accounts (displayName, roles, password, passwordUntil, name, disabled) "
                        + "VALUES (?, ?, ?, ?, ?, 0)", values)
            } else {
                try session.execute(
                    "UPDATE accounts SET displayName = ?, roles = ?, password = ?, passwordUntil = ?, disabled = 0 "
                        + "WHERE name = ?", values)
            }
            try session.execute("DELETE FROM factors WHERE account = ?", [account.name])
            try Self.endTokens(of: account.name, session)
        }
    }

    func account(named name: String) async throws -> Account? {
        try await read { session in try Self.account(Account.folded(name), session) }
    }

    func accounts() async throws -> [Account] {
        try await read { session in
            try session.rows("SELECT * FROM accounts ORDER BY name").map(Account.init(row:))
        }
    }

    func setPassword(_ record: String, until time: Int?, of name: String) async throws {
        try await write { session in
            let account = try Self.require(name, session)
            try session.execute(
                "UPDATE accounts SET password = ?, passwordUntil = ? WHERE name = ?", [record, time, account.name])
            try Self.endTokens(of: account.name, session)
        }
    }

    func setRoles(_ roles: Set<String>, of name: String, keeping kept: String?) async throws {
        let joined = try Self.joined(roles)
        try await write { session in
            let account = try Self.require(name, session)
            guard account.roles != roles else { return }
            if let kept, !roles.contains(kept) { try Self.requireAnother(with: kept, than: account, session) }
            if !roles.isSubset(of: account.roles) { try Self.endTokens(of: account.name, .bearer, session) }
            try session.execute("UPDATE accounts SET roles = ? WHERE name = ?", [joined, account.name])
        }
    }

    func setDisabled(_ disabled: Bool, of name: String, keeping kept: String?) async throws {
        try await write { session in
            let account = try Self.require(name, session)
            if disabled { try Self.endTokens(of: account.name, session) }
            guard account.isDisabled != disabled else { return }
            if let kept, disabled { try Self.requireAnother(with: kept, than: account, session) }
            try session.execute("UPDATE accounts SET disabled = ? WHERE name = ?", [disabled, account.name])
        }
    }

    /// - Throws: `StorageError.missing`.
    static func require(_ name: String, _ session: any SQLSession) throws -> Account {
        guard let account = try Self.account(Account.folded(name), session) else {
            throw StorageError(.missing, "account \(Account.folded(name)): there is none")
        }
        return account
    }

    /// Looked at with the register held: of two who take each other's role away at once, one is refused.
    private static func requireAnother(with role: String, than account: Account, _ session: any SQLSession) throws {
        guard account.roles.contains(role), !account.isDisabled else { return }
        let others = try session.rows("SELECT * FROM accounts WHERE name <> ?", [account.name])
            .map(Account.init(row:))
        guard others.contains(where: { $0.roles.contains(role) && !$0.isDisabled }) else {
            throw StorageError(.lastHolder, "account \(account.name): no other enabled account has the role \(role)")
        }
    }

    static func account(_ folded: String, _ session: any SQLSession) throws -> Account? {
        try session.row("SELECT * FROM accounts WHERE name = ?", [folded]).map(Account.init(row:))
    }

    /// The form in the table: sorted, spaces between.
    private static func joined(_ roles: Set<String>) throws(StorageError) -> String {
        guard roles.allSatisfy({ !$0.isEmpty && !$0.contains(where: \.isWhitespace) }) else {
            throw StorageError(.malformed, "a role is one word")
        }
        return roles.sorted().joined(separator: " ")
    }
}

extension Account {
    fileprivate init(row: SQLRow) throws {
        let roles: String = try row["roles"]
        try self.init(
            name: row["name"], displayName: row["displayName"],
            roles: Set(roles.split(separator: " ").map(String.init)), password: row["password"],
            isDisabled: row["disabled"], passwordUntil: row.optional("passwordUntil"))
    }
}
