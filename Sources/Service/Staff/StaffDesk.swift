import AccountSecurity
import NIOPosix
import OpenSSLKit
import Storage
import StrictEncoding

/// Accounts: who there is, what each is guarded by, who comes in.
struct StaffDesk: Sendable {
    static let tokenByteCount = 32
    static let longestTokenDays = 366

    let register: any Register
    let signIns: Lane<SignInWork>
    let passwords: Lane<PasswordWork>
    let clock: ServiceClock
    let rules: AccountRules

    /// The installation's name, as authenticator apps show it.
    let issuer: String

    /// The service as passkeys know it; nil where its address gets none.
    let party: RelyingParty?
    let doors = SignInGuard()
    let pendingSignIns = ShortMemory<PendingSignIn>(seconds: 600)
    let asked = ShortMemory<AskedFactor>(seconds: 600)

    /// What a name without an account is measured against, so that the time tells nothing.
    let nobody = PasswordRecord(
        stored: "scrypt$32768$8$1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")

    init(
        register: any Register, lanes: Lanes, clock: ServiceClock, rules: AccountRules, issuer: String,
        party: RelyingParty? = nil
    ) {
        self.register = register
        signIns = lanes.signIns
        passwords = lanes.passwords
        self.clock = clock
        self.rules = rules
        self.issuer = issuer
        self.party = party
    }

    /// A token for scripts; shown once, kept as its digest.
    /// - Throws: `Problem.throttled` or `.wrongCredentials`.
    func bearerToken(
        for member: StaffMember, password: String, label: String, days: Int, noting entry: JournalEntry
    ) async throws -> (token: String, expiresAt: Int) {
        try await prove(password, of: member)
        let seconds = days * 86_400
        let token = try await newToken(.bearer, of: member.name, label: label, seconds: seconds, noting: entry)
        return (token, clock.steady + seconds)
    }

    // MARK: - Accounts

    /// Its password is one that has to be changed, and ends.
    /// - Parameter entry: nil for the first account, which nobody makes from within.
    /// - Throws: `Problem.weakPassword`, `.commonPassword`, `.nameTaken`.
    func create(
        name: String, displayName: String, roles: Set<Role>, password: String, noting entry: JournalEntry?
    ) async throws -> Account {
        guard !Account.folded(name).isEmpty else { throw MalformedInput(.wrongValue, at: "body.name", "not empty") }
        let account = Account(
            name: name, displayName: displayName, roles: Set(roles.map(\.rawValue)),
            password: try await record(of: password, for: [name, displayName]), passwordUntil: firstPasswordEnd)
        do {
            try await register.notingAny(entry).create(account)
        } catch let error as StorageError where error.code == .exists {
            throw Problem(.nameTaken)
        }
        return account
    }

    /// An administrator's, for somebody: ends every session and token of the account, and its waiting.
    /// - Throws: `Problem.notFound`, `.weakPassword`, `.commonPassword`.
    func setPassword(_ password: String, of name: String, noting entry: JournalEntry) async throws {
        let account = try await account(name)
        let record = try await record(of: password, for: [account.name, account.displayName])
        try await register.noting(entry).setPassword(record, until: firstPasswordEnd, of: account.name)
        doors.lift(account.name)
    }

    /// - Throws: `Problem.throttled`, `.wrongCredentials`, `.weakPassword`, `.commonPassword`.
    func changePassword(
        of member: StaffMember, from old: String, to new: String, noting entry: JournalEntry
    ) async throws {
        try await prove(old, of: member)
        let account = try await account(member.name)
        guard PasswordPolicy.normalised(old) != PasswordPolicy.normalised(new) else { throw Problem(.samePassword) }
        let record = try await record(of: new, for: [account.name, account.displayName])
        try await register.noting(entry).setPassword(record, until: nil, of: member.name)
    }

    private var firstPasswordEnd: Int? {
        rules == .strict ? clock.steady + AccountRules.firstPasswordDays * 86_400 : nil
    }

    private func record(of password: String, for context: [String]) async throws -> String {
        do {
            try PasswordPolicy(context: context + [issuer]).check(password)
        } catch {
            throw Problem(error == .length ? .weakPassword : .commonPassword)
        }
        return try await passwords.run { try PasswordRecord(of: password).text }
    }
}
