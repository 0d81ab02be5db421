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
        try await update("password", to: record, of: name)
    }

    public func setRoles(_ roles: Set<String>, of name: String) async throws {
        try await update("roles", to: Self.joined(roles), of: name)
    }

    public func setDisabled(_ disabled: Bool, of name: String) async throws {
        try await update("disabled", to: disabled, of: name)
    }

    private func update(_ column: String, to value: some DatabaseValueConvertible & Sendable, of name: String)
        async throws
    {
        let name = Account.folded(name)
        try await write { db in
            try db.execute(sql: "UPDATE accounts SET \(column) = ? WHERE name = ?", arguments: [value, name])
            guard db.changesCount == 1 else { throw StorageError(.missing, "account \(name): there is none") }
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
