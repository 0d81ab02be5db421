import Storage

/// Everybody's own: password, sessions, tokens for scripts.
struct OwnAccountActions: Sendable {
    let desk: StaffDesk

    /// All sessions and tokens end with the old password. A refusal is in the journal too: somebody else may be sitting
    /// at an open session.
    /// - Throws: `Problem.throttled`, `.wrongCredentials`, `.weakPassword`.
    func changePassword(from old: String, to new: String, by member: StaffMember?) async throws {
        let member = try Right.changeOwnPassword.admit(member)
        try await noting(member, AccountDeed.ownPasswordRefused) {
            try await desk.changePassword(
                of: member, from: old, to: new, noting: member.entry(AccountDeed.ownPasswordChanged, at: desk.clock.now)
            )
        }
    }

    /// A token for scripts, against the password: an open session alone makes nothing that outlives it.
    /// - Returns: the token, told this once, and when it ends.
    /// - Throws: `Problem.throttled`, `.wrongCredentials`.
    func makeToken(
        label: String, days: Int, password: String, by member: StaffMember?
    ) async throws -> (token: String, expiresAt: Int) {
        let member = try Right.makeToken.admit(member)
        return try await noting(member, AccountDeed.tokenRefused) {
            try await desk.bearerToken(
                for: member, password: password, label: label, days: days,
                noting: member.entry(AccountDeed.tokenMade(label: label), at: desk.clock.now))
        }
    }

    /// Of one's own only: another's is not found among them.
    /// - Throws: `Problem.notFound`.
    func revokeToken(_ digest: [UInt8], by member: StaffMember?) async throws {
        let member = try Right.revokeToken.admit(member)
        let tokens = try await desk.register.staffTokens(of: member.name)
        guard let token = tokens.first(where: { $0.digest == digest }) else { throw Problem(.notFound) }
        let entry = member.entry(AccountDeed.tokenRevoked(label: token.label), at: desk.clock.now)
        try await desk.register.noting(entry).revoke(token.digest)
    }

    /// The password again, before what cannot be undone.
    /// - Throws: `Problem.throttled`, `.wrongCredentials`.
    func confirm(password: String, by member: StaffMember?) async throws {
        let member = try Right.confirmSelf.admit(member)
        try await noting(member, AccessDeed.confirmationRefused) { try await desk.prove(password, of: member) }
        try await desk.register.noting(member.entry(AccessDeed.confirmed, at: desk.clock.now))
            .prove(member.tokenDigest, at: desk.clock.steady)
    }

    /// Of one's own only.
    /// - Throws: `Problem.notFound`.
    func endSession(_ digest: [UInt8], by member: StaffMember?) async throws {
        let member = try Right.endOwnSessions.admit(member)
        let session = try await desk.register.staffTokens(of: member.name)
            .first { $0.kind == .session && $0.digest == digest }
        guard let session else { throw Problem(.notFound) }
        let deed = AccessDeed.sessionEnded(browser: session.label)
        try await desk.register.noting(member.entry(deed, at: desk.clock.now)).revoke(digest)
    }

    /// The device is a stranger's from then on.
    /// - Throws: `Problem.notFound`.
    func forgetDevice(_ digest: [UInt8], by member: StaffMember?) async throws {
        let member = try Right.endOwnSessions.admit(member)
        guard let device = try await desk.register.devices(of: member.name).first(where: { $0.digest == digest })
        else { throw Problem(.notFound) }
        let deed = AccessDeed.deviceForgotten(browser: device.label)
        try await desk.register.noting(member.entry(deed, at: desk.clock.now))
            .forgetDevice(digest, of: member.name)
    }

    /// Ends one's sessions but the one that asks; the first of them carries the journal's line for all.
    func endOtherSessions(by member: StaffMember?) async throws {
        let member = try Right.endOwnSessions.admit(member)
        let others = try await desk.register.staffTokens(of: member.name)
            .filter { $0.kind == .session && $0.digest != member.tokenDigest }
        let entry = member.entry(AccountDeed.sessionsEnded(others.count), at: desk.clock.now)
        for (place, token) in others.enumerated() {
            try await desk.register.notingAny(place == 0 ? entry : nil).revoke(token.digest)
        }
    }

    /// Writes down by its code what was refused; what the throttle or a full lane turned away was not looked at, and
    /// has no end.
    private func noting<Value>(
        _ member: StaffMember, _ deed: (ProblemCode) -> any Deed, _ body: () async throws -> Value
    ) async throws -> Value {
        do {
            return try await body()
        } catch let problem as Problem where ![.throttled, .overloaded].contains(problem.code) {
            try await desk.register.add(member.entry(deed(problem.code), at: desk.clock.now))
            throw problem
        }
    }
}
