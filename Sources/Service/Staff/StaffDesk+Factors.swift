import AccountSecurity
import Crypto
import OpenSSLKit
import Storage
import StrictEncoding

/// Second factors: trying them, adding and removing them.
extension StaffDesk {
    /// More than anybody has, and few enough for a page.
    private static let mostFactors = 10

    /// What was asked of a session, until its answer comes.
    enum AskedFactor: Sendable {
        case app(AuthenticatorApp)
        case passkey(challenge: [UInt8])
    }

    /// By what an account is guarded besides its password, for programs: an app's secret, a passkey's key, the digests of
    /// codes are told to nobody.
    func factors(of account: String) async throws -> JSONValue {
        let factors = try await register.factors(of: account)
        let main = factors.filter { $0.kind != .recovery }
        return ["factors": .array(main.map(\.json)), "recoveryCodes": .integer(factors.count - main.count)]
    }

    // MARK: - Trying

    /// Whether it is one of the account's; what is good once is spent with this.
    func isRight(_ proof: SecondProof, of account: Account, challenge: [UInt8]) async throws -> Bool {
        let factors = try await register.factors(of: account.name)
        switch proof {
        case .passkey(let answer): return try await isRight(answer, of: factors, challenge)
        case .code(let typed):
            for factor in factors where factor.kind == .app {
                if try await isRight(typed, of: factor) { return true }
            }
            return try await spendRecoveryCode(typed, of: account)
        }
    }

    private func isRight(_ typed: String, of factor: Factor) async throws -> Bool {
        let app = AuthenticatorApp(secret: factor.material)
        guard let step = app.step(of: typed, at: clock.now, after: factor.counter) else { return false }
        return try await register.useFactor(factor.id, of: factor.account, counter: step, at: clock.now)
    }

    private func spendRecoveryCode(_ typed: String, of account: Account) async throws -> Bool {
        guard let code = RecoveryCode(typed: typed) else { return false }
        return try await register.noting(JournalEntry(AccessDeed.recoveryCodeUsed, by: account.name, at: clock.now))
            .spendRecoveryCode(code.digest, of: account.name)
    }

    private func isRight(_ text: String, of factors: [Factor], _ challenge: [UInt8]) async throws -> Bool {
        guard let party, let answer = try? PasskeyExchange.Assertion(parsing: text),
            let factor = factors.first(where: { $0.kind == .passkey && $0.id == answer.id })
        else { return false }
        let passkey = Passkey(id: factor.id, publicKey: factor.material, counter: UInt32(clamping: factor.counter))
        guard
            let used = try? party.authenticate(
                passkey, challenge: challenge, clientData: answer.clientData,
                authenticatorData: answer.authenticatorData, signature: answer.signature)
        else { return false }
        return try await register.useFactor(
            factor.id, of: factor.account, counter: Int(used.counter), at: clock.now)
    }

    // MARK: - Adding

    /// A fresh secret for an authenticator app, which counts once a code of it was shown.
    func beginApp(_ member: StaffMember) -> AuthenticatorApp {
        let app = AuthenticatorApp.random()
        asked.keep(.app(app), for: Self.key(member, "app"), at: clock.elapsed)
        return app
    }

    /// The one that is being set up; nil for none.
    func begunApp(_ member: StaffMember) -> AuthenticatorApp? {
        guard case .app(let app) = asked.look(Self.key(member, "app"), at: clock.elapsed) else { return nil }
        return app
    }

    /// - Returns: recovery codes, where these are the account's first factors.
    /// - Throws: `Problem.signInOver` where none was begun, `.wrongCode`.
    func confirmApp(_ code: String, by member: StaffMember) async throws -> [RecoveryCode] {
        guard let app = begunApp(member) else { throw Problem(.signInOver) }
        let lane = SignInGuard.Lane.known(member.tokenDigest)
        try doors.begin(lane, at: clock.elapsed)
        guard let step = app.step(of: code, at: clock.now, after: nil) else { throw Problem(.wrongCode) }
        doors.succeeded(lane)
        _ = asked.take(Self.key(member, "app"), at: clock.elapsed)
        return try await add(
            Factor(
                .app, id: try SecretBytes(random: 16).unwipedCopy, account: member.name, material: app.secret,
                counter: step, createdAt: clock.now), noting: .appAdded, by: member)
    }

    /// What a browser needs to make a passkey; nil where this service's address gets none.
    func passkeyCreation(_ member: StaffMember, _ displayName: String, known: [Factor]) async throws -> JSONValue? {
        guard let party else { return nil }
        let challenge = try SecretBytes(random: 32).unwipedCopy
        asked.keep(.passkey(challenge: challenge), for: Self.key(member, "passkey"), at: clock.elapsed)
        let key = try await register.secret(named: SecretName.passkeyUsers) { try SecretBytes(random: 32) }
        let user = HMAC<SHA256>.authenticationCode(
            for: Array(member.name.utf8), using: SymmetricKey(data: key.unwipedCopy))
        return PasskeyExchange.creation(
            party, challenge: challenge, user: Array(user), account: member.name, name: displayName,
            known: known.filter { $0.kind == .passkey }.map(\.id))
    }

    /// - Returns: recovery codes, where these are the account's first factors.
    /// - Throws: `Problem.signInOver` where none was asked for, `.passkey`.
    func addPasskey(_ text: String, label: String, by member: StaffMember) async throws -> [RecoveryCode] {
        guard let party, case .passkey(let challenge) = asked.take(Self.key(member, "passkey"), at: clock.elapsed)
        else { throw Problem(.signInOver) }
        let answer = try PasskeyExchange.Registration(parsing: text)
        let passkey: Passkey
        do {
            passkey = try party.register(
                challenge: challenge, clientData: answer.clientData, attestation: answer.attestation)
        } catch let fault as PasskeyFault {
            throw Problem(.passkey, fault.rawValue)
        }
        return try await add(
            Factor(
                .passkey, id: passkey.id, account: member.name, label: label, material: passkey.publicKey,
                counter: Int(passkey.counter), createdAt: clock.now), noting: .passkeyAdded(label: label), by: member)
    }

    private func add(_ factor: Factor, noting deed: AccessDeed, by member: StaffMember) async throws -> [RecoveryCode] {
        let before = try await register.factors(of: member.name)
        guard before.count(where: { $0.kind != .recovery }) < Self.mostFactors else { throw Problem(.tooManyFactors) }
        do {
            try await register.noting(member.entry(deed, at: clock.now)).add(factor)
        } catch let error as StorageError where error.code == .exists {
            throw Problem(.passkey, "registered already")
        }
        return before.isEmpty ? try await makeRecoveryCodes(by: member) : []
    }

    // MARK: - Keeping

    /// Other codes instead of those there were.
    func makeRecoveryCodes(by member: StaffMember) async throws -> [RecoveryCode] {
        let codes = RecoveryCode.freshSet()
        try await register.noting(member.entry(AccessDeed.recoveryCodesMade, at: clock.now))
            .setRecoveryCodes(codes.map(\.digest), of: member.name, at: clock.now)
        return codes
    }

    /// With the last one the recovery codes go too.
    /// - Throws: `Problem.notFound`; `.lastFactor` where the account must have one.
    func removeFactor(_ id: [UInt8], by member: StaffMember) async throws {
        let factors = try await register.factors(of: member.name).filter { $0.kind != .recovery }
        guard let factor = factors.first(where: { $0.id == id }) else { throw Problem(.notFound) }
        let deed = AccessDeed.factorRemoved(label: factor.kind == .app ? "app" : factor.label)
        do {
            try await register.noting(member.entry(deed, at: clock.now))
                .removeFactor(id, of: member.name, needed: needsFactor(try await account(member.name)))
        } catch let error as StorageError where error.code == .lastHolder {
            throw Problem(.lastFactor)
        }
    }

    private static func key(_ member: StaffMember, _ what: String) -> [UInt8] {
        member.tokenDigest + Array(what.utf8)
    }
}
