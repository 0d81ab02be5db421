import AccountSecurity
import OpenSSLKit
import Storage
import StrictEncoding

/// Signing in: the password, then a second factor where the account has one.
extension StaffDesk {
    /// What came of a name and a password that were right.
    enum SignIn: Sendable {
        case done(NewSession)

        /// - token: what the browser shows with the second factor.
        case wantingFactor(PendingSignIn, token: String)
    }

    struct NewSession: Sendable {
        let account: Account
        let token: String
        let seconds: Int

        /// What the browser keeps to be known again; nil where it has it already.
        let device: String?
    }

    /// A sign-in that has its password, and waits for the second factor.
    struct PendingSignIn: Sendable {
        let account: String
        let lane: SignInGuard.Lane
        let challenge: [UInt8]
    }

    /// What is shown besides the password.
    enum SecondProof: Sendable {
        /// Of an app or of the recovery sheet, as typed.
        case code(String)

        /// A passkey's answer, as the page's script wrote it.
        case passkey(String)
    }

    /// - Throws: `Problem.throttled`, `.wrongCredentials`, `.firstPasswordOver`.
    func signIn(name: String, password: String, from source: SignInSource) async throws -> SignIn {
        let name = Account.folded(name)
        let lane = try await lane(of: name, source)
        let account = try await notingRefusals(of: name) { try await authenticated(name, password, lane) }
        let now = clock.steady
        if rules == .strict, let until = account.passwordUntil, until <= now {
            // Over it stays, also when the clock is set back and the service started anew.
            try await register.purgeExpired(at: now)
            throw Problem(.firstPasswordOver)
        }
        guard try await register.factors(of: account.name).contains(where: { $0.kind != .recovery }) else {
            return .done(try await enter(account, lane, source))
        }
        doors.excuse(lane)
        let pending = PendingSignIn(
            account: account.name, lane: lane, challenge: try SecretBytes(random: 32).unwipedCopy)
        let token = try SecretBytes(random: Self.tokenByteCount).unwipedCopy
        pendingSignIns.keep(pending, for: StaffToken.digest(of: token), at: clock.elapsed)
        return .wantingFactor(pending, token: Base64URL.encode(token))
    }

    /// Both steps at once, as programs take them.
    /// - Parameter code: of an app or of the recovery sheet; nil where none was given.
    /// - Throws: as the steps do; `Problem.factorNeeded` where a code is wanted and none was given.
    func signIn(name: String, password: String, code: String?, from source: SignInSource) async throws -> NewSession {
        switch try await signIn(name: name, password: password, from: source) {
        case .done(let session): return session
        case .wantingFactor(_, let token):
            guard let code else { throw Problem(.factorNeeded) }
            return try await finish(token, with: .code(code), from: source)
        }
    }

    /// Takes the second step. A passkey's challenge is good once: after a refusal the whole begins anew.
    /// - Throws: `Problem.throttled`, `.wrongCode`; `.signInOver` where there is no such sign-in, or none any more.
    func finish(_ token: String, with proof: SecondProof, from source: SignInSource) async throws -> NewSession {
        let (key, pending) = try self.pending(token)
        if case .passkey = proof { _ = pendingSignIns.take(key, at: clock.elapsed) }
        guard let account = try await register.account(named: pending.account), !account.isDisabled else {
            throw Problem(.signInOver)
        }
        try doors.begin(pending.lane, at: clock.elapsed)
        try await notingRefusals(of: account.name) {
            guard try await isRight(proof, of: account, challenge: pending.challenge) else {
                throw Problem(.wrongCode)
            }
        }
        guard pendingSignIns.take(key, at: clock.elapsed) != nil || proof.isPasskey else { throw Problem(.signInOver) }
        return try await enter(account, pending.lane, source)
    }

    /// - Throws: `Problem.signInOver`.
    func pending(_ token: String) throws -> (key: [UInt8], PendingSignIn) {
        guard let bytes = try? Base64URL.decode(token) else { throw Problem(.signInOver) }
        let key = StaffToken.digest(of: bytes)
        guard let pending = pendingSignIns.look(key, at: clock.elapsed) else { throw Problem(.signInOver) }
        return (key, pending)
    }

    /// Begins a session, with a token of its own.
    func enter(_ account: Account, _ lane: SignInGuard.Lane, _ source: SignInSource) async throws -> NewSession {
        let token = try await newToken(
            .session, of: account.name, label: source.browser, seconds: Self.sessionSeconds,
            noting: JournalEntry(AccountDeed.signedIn, by: account.name, at: clock.now))
        let device = try await rememberDevice(of: account.name, source)
        doors.succeeded(lane)
        return NewSession(account: account, token: token, seconds: Self.sessionSeconds, device: device)
    }

    private func rememberDevice(of account: String, _ source: SignInSource) async throws -> String? {
        guard source.isKept else { return nil }
        let fresh = source.device == nil ? try SecretBytes(random: DeviceCookie.byteCount).unwipedCopy : nil
        let now = clock.steady
        try await register.forgetDevices(unusedSince: now - DeviceCookie.seconds)
        try await register.remember(
            Device(
                digest: source.device ?? StaffToken.digest(of: fresh ?? []), account: account, label: source.browser,
                createdAt: now, usedAt: now))
        return fresh.map { Base64URL.encode($0) }
    }

    private func lane(of name: String, _ source: SignInSource) async throws -> SignInGuard.Lane {
        if let device = source.device, try await register.devices(of: name).contains(where: { $0.digest == device }) {
            return .known(device + Array(name.utf8))
        }
        return .stranger(name: name, address: source.address)
    }

    /// The account whose password was given. The lane stays charged until whoever came in succeeded altogether.
    /// - Throws: `Problem.throttled` or `.wrongCredentials`.
    func authenticated(_ name: String, _ password: String, _ lane: SignInGuard.Lane) async throws -> Account {
        try doors.begin(lane, at: clock.elapsed)
        let account = try await register.account(named: name)
        let record = account.map { PasswordRecord(stored: $0.password) } ?? nobody
        // A stranger's guesses do not keep waiting whoever is known.
        let matches =
            switch lane {
            case .known: try await passwords.run { try record.matches(password) }
            case .stranger: try await signIns.run { try record.matches(password) }
            }
        guard let account, matches, !account.isDisabled else { throw Problem(.wrongCredentials) }
        return account
    }

    /// Writes down what was wrong; not who has to wait, which would let anybody fill the journal.
    private func notingRefusals<Value>(of name: String, _ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch let problem as Problem where [.wrongCredentials, .wrongCode].contains(problem.code) {
            // A name without an account may be a password typed into the wrong field.
            if let account = try await register.account(named: name) {
                let isCode = problem.code == .wrongCode
                try await register.add(
                    isCode
                        ? JournalEntry(AccessDeed.codeRefused, by: account.name, at: clock.now)
                        : JournalEntry(AccountDeed.signInRefused, by: account.name, at: clock.now))
            }
            throw problem
        }
    }
}

extension StaffDesk.SecondProof {
    var isPasskey: Bool { if case .passkey = self { true } else { false } }
}
