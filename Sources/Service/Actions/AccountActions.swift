import Storage

/// The administrator's: who has an account, and what each may do. `proof` is the administrator's own password, which
/// has to come with a token.
struct AccountActions: Sendable {
    let desk: StaffDesk

    private var now: Int { desk.clock.now }

    /// - Throws: `Problem.weakPassword`, `.nameTaken`.
    func create(
        name: String, displayName: String, roles: Set<Role>, password: String, by member: StaffMember?,
        proof: String? = nil
    ) async throws -> Account {
        let member = try await admit(.createAccount, member, proof)
        return try await desk.create(
            name: name, displayName: displayName, roles: roles, password: password,
            noting: member.entry(AccountDeed.created(Account.folded(name)), at: now))
    }

    /// - Throws: `Problem.notFound`, `.lastAdmin`.
    func setRoles(_ roles: Set<Role>, of name: String, by member: StaffMember?, proof: String? = nil) async throws {
        let member = try await admit(.changeRoles, member, proof)
        try await desk.setRoles(
            roles, of: name, noting: member.entry(AccountDeed.rolesChanged(Account.folded(name), roles), at: now))
    }

    /// - Throws: `Problem.notFound`, `.lastAdmin`.
    func setDisabled(_ disabled: Bool, of name: String, by member: StaffMember?, proof: String? = nil) async throws {
        let member = try await admit(.disableAccount, member, proof)
        let deed: AccountDeed = disabled ? .disabled(Account.folded(name)) : .enabled(Account.folded(name))
        try await desk.setDisabled(disabled, of: name, noting: member.entry(deed, at: now))
    }

    /// Gives somebody else a password; their sessions and tokens end.
    /// - Throws: `Problem.notFound`, `.weakPassword`; `MalformedInput` for one's own, which asks for the present one.
    func resetPassword(_ password: String, of name: String, by member: StaffMember?, proof: String? = nil) async throws
    {
        let member = try await admit(.resetPassword, member, proof)
        let account = try await desk.account(name)
        guard account.name != member.name else { throw Problem(.malformedRequest, "name: another's") }
        try await desk.setPassword(
            password, of: account.name, noting: member.entry(AccountDeed.passwordReset(account.name), at: now))
    }

    /// For somebody who lost phone, key and codes: the administrator has made sure who asks. Their sessions end; at the
    /// next sign-in they add a factor anew.
    /// - Throws: `Problem.notFound`.
    func resetFactors(of name: String, by member: StaffMember?, proof: String? = nil) async throws {
        let member = try await admit(.resetFactors, member, proof)
        let account = try await desk.account(name)
        guard account.name != member.name else { throw Problem(.malformedRequest, "name: another's") }
        try await desk.register.noting(member.entry(AccessDeed.factorsReset(account.name), at: now))
            .removeFactors(of: account.name)
    }

    /// Lets somebody sign in at once whom others' guesses keep waiting.
    /// - Throws: `Problem.notFound`.
    func liftLock(of name: String, by member: StaffMember?, proof: String? = nil) async throws {
        let member = try await admit(.liftLock, member, proof)
        let account = try await desk.account(name)
        desk.doors.lift(account.name)
        try await desk.register.add(member.entry(AccessDeed.lockLifted(account.name), at: now))
    }

    /// - Throws: `Problem.throttled`, `.wrongCredentials` besides what the table says.
    private func admit(_ right: Right, _ member: StaffMember?, _ proof: String?) async throws -> StaffMember {
        let member = try right.admit(member)
        guard right.asksForPassword(of: member) else { return member }
        guard let proof else {
            throw Problem.forbidden(right, to: member, "with a token, ownPassword is needed too")
        }
        try await desk.prove(proof, of: member)
        return member
    }
}
