import Storage

/// What an administrator changes of an account that there is.
extension StaffDesk {
    /// - Throws: `Problem.notFound`; `.lastAdmin` where nobody could make accounts afterwards.
    func setRoles(_ roles: Set<Role>, of name: String) async throws {
        let account = try await account(name)
        if !roles.contains(.admin) { try await requireAnotherAdmin(than: account) }
        try await register.setRoles(Set(roles.map(\.rawValue)), of: account.name)
    }

    /// A disabled account's sessions and tokens end.
    /// - Throws: `Problem.notFound`, `.lastAdmin`.
    func setDisabled(_ disabled: Bool, of name: String) async throws {
        let account = try await account(name)
        if disabled { try await requireAnotherAdmin(than: account) }
        try await register.setDisabled(disabled, of: account.name)
        if disabled { try await register.revokeAll(of: account.name) }
    }

    /// - Throws: `Problem.notFound`.
    func account(_ name: String) async throws -> Account {
        guard let account = try await register.account(named: name) else { throw Problem(.notFound) }
        return account
    }

    private func requireAnotherAdmin(than account: Account) async throws {
        let isAdmin: (Account) -> Bool = { $0.roles.contains(Role.admin.rawValue) && !$0.isDisabled }
        guard isAdmin(account) else { return }
        let others = try await register.accounts().filter { $0.name != account.name }
        guard others.contains(where: isAdmin) else { throw Problem(.lastAdmin) }
    }
}
