import Storage

/// What an administrator changes of an account that there is.
extension StaffDesk {
    /// - Throws: `Problem.notFound`; `StorageError.lastHolder` where nobody could make accounts afterwards.
    func setRoles(_ roles: Set<Role>, of name: String, noting entry: JournalEntry) async throws {
        let account = try await account(name)
        try await register.noting(entry)
            .setRoles(Set(roles.map(\.rawValue)), of: account.name, keeping: Role.admin.rawValue)
    }

    /// A disabled account's sessions and tokens end.
    /// - Throws: `Problem.notFound`, `StorageError.lastHolder`.
    func setDisabled(_ disabled: Bool, of name: String, noting entry: JournalEntry) async throws {
        let account = try await account(name)
        try await register.noting(entry).setDisabled(disabled, of: account.name, keeping: Role.admin.rawValue)
    }

    /// - Throws: `Problem.notFound`.
    func account(_ name: String) async throws -> Account {
        guard let account = try await register.account(named: name) else { throw Problem(.notFound) }
        return account
    }
}
