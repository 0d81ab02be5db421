import NIOPosix
import OpenSSLKit
import Storage
import StrictEncoding

/// Accounts, sign-in and tokens.
struct StaffDesk: Sendable {
    private static let sessionSeconds = 12 * 3600
    private static let tokenByteCount = 32
    static let longestTokenDays = 366

    let register: any Register
    let pool: BlockingPool
    let clock: ServiceClock
    let throttle = LoginThrottle()

    /// What a name without an account is measured against, so that the time tells nothing.
    private let nobody: PasswordRecord

    init(register: any Register, pool: BlockingPool, clock: ServiceClock) throws {
        self.register = register
        self.pool = pool
        self.clock = clock
        nobody = PasswordRecord(
            stored: "scrypt$32768$8$1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
    }

    // MARK: - Signing in

    /// - Returns: the account, and a fresh session token.
    /// - Throws: `Problem.throttled` or `.wrongCredentials`.
    func signIn(name: String, password: String) async throws -> (account: Account, token: String, seconds: Int) {
        let account = try await authenticated(Account.folded(name), password)
        let token = try await newToken(.session, of: account.name, label: "", seconds: Self.sessionSeconds)
        return (account, token, Self.sessionSeconds)
    }

    private func authenticated(_ name: String, _ password: String) async throws -> Account {
        if let wait = throttle.begin(name, at: clock.now) { throw Problem(.throttled, retryAfter: wait) }
        let account = try await register.account(named: name)
        let record = account.map { PasswordRecord(stored: $0.password) } ?? nobody
        let matches = try await pool.run { try record.matches(password) }
        guard let account, matches, !account.isDisabled else { throw Problem(.wrongCredentials) }
        throttle.succeeded(name)
        return account
    }

    /// A token for scripts; shown once, kept as its digest.
    func bearerToken(for member: StaffMember, label: String, days: Int) async throws -> (String, expiresAt: Int) {
        let seconds = days * 86_400
        return (
            try await newToken(.bearer, of: member.name, label: label, seconds: seconds), clock.now + seconds
        )
    }

    private func newToken(
        _ kind: StaffToken.Kind, of account: String, label: String, seconds: Int
    ) async throws -> String {
        let token = try SecretBytes(random: Self.tokenByteCount).unwipedCopy
        let now = clock.now
        try await register.purgeExpired(at: now)
        try await register.add(
            StaffToken(
                kind, digest: StaffToken.digest(of: token), account: account, label: label, createdAt: now,
                expiresAt: now + seconds))
        return Base64URL.encode(token)
    }

    /// Who holds a token; nil if it is none, expired or of a disabled account.
    func holder(ofToken text: String, kind: StaffToken.Kind) async throws -> StaffMember? {
        guard let token = try? Base64URL.decode(text), token.count == Self.tokenByteCount else { return nil }
        let digest = StaffToken.digest(of: token)
        guard let (found, account) = try await register.holder(of: digest, at: clock.now), found.kind == kind,
            !account.isDisabled
        else { return nil }
        return StaffMember(account, tokenDigest: digest)
    }

    func signOut(_ member: StaffMember) async throws { try await register.revoke(member.tokenDigest) }

    // MARK: - Accounts

    /// - Throws: `Problem.weakPassword` or `.nameTaken`.
    func create(name: String, displayName: String, roles: Set<Role>, password: String) async throws -> Account {
        guard !Account.folded(name).isEmpty else { throw MalformedInput(.wrongValue, at: "body.name", "not empty") }
        let account = Account(
            name: name, displayName: displayName, roles: Set(roles.map(\.rawValue)),
            password: try await record(of: password))
        do {
            try await register.create(account)
        } catch let error as StorageError where error.code == .exists {
            throw Problem(.nameTaken)
        }
        return account
    }

    /// Ends every session and token of the account with the old password.
    func setPassword(_ password: String, of name: String) async throws {
        try await register.setPassword(record(of: password), of: name)
    }

    func changePassword(of member: StaffMember, from old: String, to new: String) async throws {
        _ = try await authenticated(member.name, old)
        try await setPassword(new, of: member.name)
    }

    private func record(of password: String) async throws -> String {
        guard PasswordRecord.characters.contains(password.count) else { throw Problem(.weakPassword) }
        return try await pool.run { try PasswordRecord(of: password).text }
    }
}
