import StrictEncoding

extension StaffClient {
    /// Who is logged in.
    public func account() async throws -> StaffAccount {
        try await read(Call(.get, "/staff/session"), StaffAccount.wrapped)
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
        return try await read(Call(.patch, "/staff/accounts/\(Call.segment(name))", body), StaffAccount.wrapped)
    }

    public func journal() async throws -> [JournalLine] {
        try await read(Call(.get, "/staff/journal", limit: 64 << 20)) { answer throws(MalformedInput) in
            try answer.looseObject().list("entries", JournalLine.init(reading:))
        }
    }
}
