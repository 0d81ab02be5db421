import GRDB

extension SQLiteRegister {
    public func create(_ account: Account) async throws {
        guard !account.name.isEmpty else { throw StorageError(.malformed, "an account needs a name") }
        let roles = try Self.joined(account.roles)
        try await write { db in
            guard try Self.account(account.name, db) == nil else {
                throw StorageError(.exists, "account \(account.name): there is one of that name already")
            }
            try db.execute(
                sql: "INSERT INTO accounts VALUES (?, ?, ?, ?, ?)",
                arguments: [account.name, account.displayName, roles, account.password, account.isDisabled]
            )
        }
    }

    public func account(named name: String) async throws -> Account? {
        try await read { db in try Self.account(Account.folded(name), db) }
    }

    public func accounts() async throws -> [Account] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM accounts ORDER BY name").map(Account.init(row:))
        }
    }

    public func setPassword(_ record: String, of name: String) async throws {
        try await write { db in
            let account = try Self.require(name, db)
            try db.execute(
                sql: "UPDATE accounts SET password = ? WHERE name = ?", arguments: [record, account.name])
            try Self.endTokens(of: account.name, db)
        }
    }

    public func setRoles(_ roles: Set<String>, of name: String, keeping kept: String?) async throws {
        let joined = try Self.joined(roles)
        try await write { db in
            let account = try Self.require(name, db)
            guard account.roles != roles else { return }
            if let kept, !roles.contains(kept) { try Self.requireAnother(with: kept, than: account, db) }
            try db.execute(sql: "UPDATE accounts SET roles = ? WHERE name = ?", arguments: [joined, account.name])
        }
    }

    public func setDisabled(_ disabled: Bool, of name: String, keeping kept: String?) async throws {
        try await write { db in
            let account = try Self.require(name, db)
            if disabled { try Self.endTokens(of: account.name, db) }
            guard account.isDisabled != disabled else { return }
            if let kept, disabled { try Self.requireAnother(with: kept, than: account, db) }
            try db.execute(
                sql: "UPDATE accounts SET disabled = ? WHERE name = ?", arguments: [disabled, account.name])
        }
    }

    /// - Throws: `StorageError.missing`.
    static func require(_ name: String, _ db: Database) throws -> Account {
        guard let account = try Self.account(Account.folded(name), db) else {
            throw StorageError(.missing, "account \(Account.folded(name)): there is none")
        }
        return account
    }

    /// Looked at with the register held: of two who take each other's role away at once, one is refused.
    private static func requireAnother(with role: String, than account: Account, _ db: Database) throws {
        guard account.roles.contains(role), !account.isDisabled else { return }
        let others = try Row.fetchAll(db, sql: "SELECT * FROM accounts WHERE name <> ?", arguments: [account.name])
            .map(Account.init(row:))
        guard others.contains(where: { $0.roles.contains(role) && !$0.isDisabled }) else {
            throw StorageError(.lastHolder, "account \(account.name): no other enabled account has the role \(role)")
        }
    }

    static func account(_ folded: String, _ db: Database) throws -> Account? {
        try Row.fetchOne(db, sql: "SELECT * FROM accounts WHERE name = ?", arguments: [folded]).map(Account.init(row:))
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
    fileprivate init(row: Row) {
        self.init(
            name: row["name"],
            displayName: row["displayName"],
            roles: Set((row["roles"] as String).split(separator: " ").map(String.init)),
            password: row["password"],
            isDisabled: row["disabled"]
        )
    }
}
