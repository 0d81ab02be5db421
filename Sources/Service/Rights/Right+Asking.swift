import Storage

/// Asking the table.
extension Right {
    /// Who asks, where the table lets them in.
    /// - Throws: `Problem.unauthenticated` or `.forbidden`.
    @discardableResult
    func admit(_ member: StaffMember?) throws(Problem) -> StaffMember {
        guard let member else { throw Problem(.unauthenticated) }
        guard isGiven(to: member) else { throw .forbidden(self, to: member) }
        guard row.tokens != .refused || member.credential == .session else {
            throw .forbidden(self, to: member, "not for tokens: sign in with the password")
        }
        try admit(asAsked: member)
        return member
    }

    /// What an account has to do first, and whether the password was given of late. A script's token was made with the
    /// password, and can be asked for nothing.
    private func admit(asAsked member: StaffMember) throws(Problem) {
        if let duty = member.duty, !isForNewcomers {
            throw Problem(duty == .password ? .passwordToChange : .factorToAdd)
        }
        guard !row.needsFreshPassword || member.isFresh else { throw Problem(.passwordNeeded) }
    }

    /// What leads out of a duty, or away.
    private var isForNewcomers: Bool {
        [.seeOwnAccount, .signOut, .confirmSelf, .changeOwnPassword, .changeFactors, .endOwnSessions].contains(self)
    }

    /// Whether the password has to come with what is asked, from whoever shows a token.
    func asksForPassword(of member: StaffMember) -> Bool {
        row.tokens == .withPassword && member.credential == .bearer
    }

    /// Whether a page may offer it to somebody.
    func isGiven(to member: StaffMember) -> Bool { isGiven(to: member.roles) }

    func isGiven(to roles: Set<Role>) -> Bool {
        switch row.audience {
        case .anybody, .accounts: true
        case .seats: false
        case .roles(let wanted): !wanted.isDisjoint(with: roles)
        }
    }

    /// Whether there is something to do in a round that stands there.
    /// - Returns: false where it was done already.
    /// - Throws: `Problem.wrongState`.
    func isDue(in state: RoundState) throws(Problem) -> Bool {
        if row.due?.contains(state) ?? true { return true }
        guard row.past.contains(state) else { throw Problem.wrongState(state.rawValue) }
        return false
    }
}

extension Right {
    /// Whose seat it is that asks, where the table has the right for seats.
    /// - Throws: `Problem.unauthenticated` or `.forbidden`.
    @discardableResult
    func admit(_ seat: Seat?) throws(Problem) -> Seat {
        guard let seat else { throw Problem(.unauthenticated) }
        guard row.audience == .seats else { throw Problem(.forbidden) }
        return seat
    }
}

extension ServiceContext {
    /// Who asks, before anything of what they sent is read; the action asks the table again.
    /// - Throws: `Problem.unauthenticated` or `.forbidden`.
    // Inlined into some asynchronous callers it makes Swift 6.3's optimiser crash.
    @inline(never)
    @discardableResult
    func admit(_ right: Right) throws(Problem) -> StaffMember { try right.admit(staff) }
}
