/// Staff accounts, unique by their folded name.
public protocol AccountRegister: Sendable {
    /// - Throws: `StorageError`: `exists`; `malformed` for an empty name, or a role with a space in it.
    func create(_ account: Account) async throws

    /// - Parameter name: in any spelling.
    func account(named name: String) async throws -> Account?

    /// All accounts, by name.
    func accounts() async throws -> [Account]

    /// Gives an account another password, and ends every session and token that it has with the one before.
    /// - Parameter time: when it can no longer be used, of one that an administrator made; nil for its owner's own.
    /// - Throws: `StorageError`: `missing`.
    func setPassword(_ record: String, until time: Int?, of name: String) async throws

    /// Makes an account, or gives the one of that name this password and these roles besides its own, and enables it;
    /// its second factors, sessions and tokens end.
    /// - Throws: `StorageError`: `malformed`.
    func recover(_ account: Account) async throws

    /// Where a role is added, the bearer tokens that the account has end: they were made for less.
    /// - Parameter kept: a role that somebody must have: it is not taken from the last enabled account with it.
    /// - Throws: `StorageError`: `missing`, `malformed`, `lastHolder`.
    func setRoles(_ roles: Set<String>, of name: String, keeping kept: String?) async throws

    /// Disabling an account ends every session and token that it has.
    /// - Parameter kept: a role that somebody must have: the last enabled account with it is not disabled.
    /// - Throws: `StorageError`: `missing`, `lastHolder`.
    func setDisabled(_ disabled: Bool, of name: String, keeping kept: String?) async throws
}

extension AccountRegister {
    /// Sets a password that its owner chose.
    public func setPassword(_ record: String, of name: String) async throws {
        try await setPassword(record, until: nil, of: name)
    }

    /// Sets an account's roles, whoever else has them.
    public func setRoles(_ roles: Set<String>, of name: String) async throws {
        try await setRoles(roles, of: name, keeping: nil)
    }

    /// Enables or disables an account, whoever else has its roles.
    public func setDisabled(_ disabled: Bool, of name: String) async throws {
        try await setDisabled(disabled, of: name, keeping: nil)
    }
}
