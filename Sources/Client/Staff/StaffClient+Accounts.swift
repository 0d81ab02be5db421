import StrictEncoding

extension StaffClient {
    /// Who is logged in.
    public func account() async throws -> StaffAccount {
        try await read(Call(.get, "/staff/session"), StaffAccount.wrapped)
    }

    /// One's own second factors.
    public func factors() async throws -> AccountFactors {
        try await read(Call(.get, "/staff/factors"), AccountFactors.init(reading:))
    }

    public func changePassword(from old: String, to new: String) async throws {
        try await send(Call(.put, "/staff/password", ["old": .string(old), "new": .string(new)]))
    }

    /// A bearer token for scripts; the service tells it once, to whoever is logged in and says the password again.
    public func newToken(label: String, days: Int, password: String) async throws -> AccessToken {
        let body: JSONValue = ["label": .string(label), "days": .integer(days), "password": .string(password)]
        return try await read(Call(.post, "/staff/tokens", body), AccessToken.init(reading:))
    }

    public func accounts() async throws -> [StaffAccount] {
        try await read(Call(.get, "/staff/accounts")) { answer throws(MalformedInput) in
            try answer.looseObject().list("accounts", StaffAccount.init(reading:))
        }
    }

    /// - Parameter ownPassword: of the account that asks; needed with a token.
    @discardableResult
    public func createAccount(
        _ name: String, displayName: String, roles: [StaffAccount.Role], password: String, ownPassword: String? = nil
    ) async throws -> StaffAccount {
        let body: JSONValue = [
            "name": .string(name), "displayName": .string(displayName),
            "roles": .array(roles.map { .string($0.rawValue) }), "password": .string(password),
        ]
        let whole = body.adding("ownPassword", ownPassword.map { .string($0) })
        return try await read(Call(.post, "/staff/accounts", whole), StaffAccount.wrapped)
    }

    /// Changes what is given and leaves the rest.
    /// - Parameter ownPassword: of the account that asks; needed with a token.
    @discardableResult
    public func changeAccount(
        _ name: String, roles: [StaffAccount.Role]? = nil, isDisabled: Bool? = nil, password: String? = nil,
        ownPassword: String? = nil
    ) async throws -> StaffAccount {
        let nothing: JSONValue = [:]
        let body =
            nothing
            .adding("roles", roles.map { .array($0.map { .string($0.rawValue) }) })
            .adding("disabled", isDisabled.map { .bool($0) })
            .adding("password", password.map { .string($0) })
            .adding("ownPassword", ownPassword.map { .string($0) })
        return try await read(Call(.patch, Self.path(ofAccount: name), body), StaffAccount.wrapped)
    }

    /// The staff's journal, the latest lines first.
    /// - Parameter codes: the journal's codes that somebody wrote down: whether it still is what had them.
    public func journal(knowing codes: [String]) async throws -> StaffJournal {
        let query = codes.isEmpty ? "" : "?" + codes.map { "known=" + Call.segment($0) }.joined(separator: "&")
        return try await read(
            Call(.get, "/staff/journal" + query, limit: 64 << 20), StaffJournal.init(reading:))
    }

    public func journal() async throws -> [JournalLine] { try await journal(knowing: []).lines }

    // MARK: - Other people's second factors

    public func factors(of name: String) async throws -> AccountFactors {
        try await read(Call(.get, Self.path(ofAccount: name, "/factors")), AccountFactors.init(reading:))
    }

    /// Takes somebody's second factors away, who has lost them: their sessions and tokens end, and at the next sign-in
    /// they add one anew.
    /// - Parameter ownPassword: of the account that asks; needed with a token.
    public func resetFactors(of name: String, ownPassword: String? = nil) async throws {
        try await send(Call(.post, Self.path(ofAccount: name, "/factors/reset"), Self.proof(ownPassword)))
    }

    /// Lets somebody sign in at once whom others' guesses keep waiting.
    /// - Parameter ownPassword: of the account that asks; needed with a token.
    public func liftLock(of name: String, ownPassword: String? = nil) async throws {
        try await send(Call(.post, Self.path(ofAccount: name, "/lift"), Self.proof(ownPassword)))
    }

    private static func proof(_ ownPassword: String?) -> JSONValue {
        let nothing: JSONValue = [:]
        return nothing.adding("ownPassword", ownPassword.map { .string($0) })
    }

    private static func path(ofAccount name: String, _ rest: String = "") -> String {
        "/staff/accounts/\(Call.segment(name))\(rest)"
    }
}
