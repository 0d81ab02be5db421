import AccountSecurity
import OpenSSLKit
import Storage
import StrictEncoding

/// Sessions and tokens: who shows one, for how long it holds, and whether the password was given of late.
extension StaffDesk {
    static let sessionSeconds = 12 * 3_600

    /// A session that nobody uses ends.
    static let idleSeconds = 3_600

    /// For how long a password that was given counts as given of late.
    static let freshSeconds = 600

    /// How exactly it is kept when a session was used last.
    private static let touchSeconds = 60

    /// Who holds a token; nil if it is none, expired or of a disabled account.
    func holder(ofToken text: String, kind: StaffToken.Kind) async throws -> StaffMember? {
        guard let bytes = try? Base64URL.decode(text), bytes.count == Self.tokenByteCount else { return nil }
        let now = clock.steady
        let digest = StaffToken.digest(of: bytes)
        guard let (token, account) = try await register.holder(of: digest, at: now), token.kind == kind,
            !account.isDisabled
        else { return nil }
        let duty = try await duty(of: account)
        guard kind == .session else { return StaffMember(account, kind, tokenDigest: digest, duty: duty) }
        guard now - token.usedAt < Self.idleSeconds else {
            try await register.revoke(digest)
            try await register.purgeExpired(at: now)
            return nil
        }
        if now - token.usedAt >= Self.touchSeconds { try await register.touch(digest, at: now) }
        return StaffMember(
            account, kind, tokenDigest: digest,
            isFresh: rules == .simple || now - token.provedAt < Self.freshSeconds, duty: duty)
    }

    /// What somebody has to do before anything else.
    private func duty(of account: Account) async throws -> StaffMember.Duty? {
        guard rules == .strict else { return nil }
        if account.passwordUntil != nil { return .password }
        guard needsFactor(account) else { return nil }
        return try await register.factors(of: account.name).contains { $0.kind != .recovery } ? nil : .factor
    }

    func needsFactor(_ account: Account) -> Bool {
        rules == .strict && !Set(account.roles.compactMap(Role.init)).isDisjoint(with: AccountRules.guardedRoles)
    }

    func newToken(
        _ kind: StaffToken.Kind, of account: String, label: String, seconds: Int, noting entry: JournalEntry?
    ) async throws -> String {
        let token = try SecretBytes(random: Self.tokenByteCount).unwipedCopy
        let now = clock.steady
        try await register.purgeExpired(at: now)
        try await register.notingAny(entry).add(
            StaffToken(
                kind, digest: StaffToken.digest(of: token), account: account, label: label, createdAt: now,
                expiresAt: now + seconds))
        return Base64URL.encode(token)
    }

    func signOut(_ member: StaffMember) async throws {
        try await register.noting(member.entry(AccountDeed.signedOut, at: clock.now)).revoke(member.tokenDigest)
    }

    /// Sees to it that whoever asks knows their password: on a budget of what they show, which no stranger can spend.
    /// - Throws: `Problem.throttled` or `.wrongCredentials`.
    func prove(_ password: String, of member: StaffMember) async throws {
        let lane = SignInGuard.Lane.known(member.tokenDigest)
        _ = try await authenticated(member.name, password, lane)
        doors.succeeded(lane)
    }
}
