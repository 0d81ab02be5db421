import Hummingbird
import OpenSSLKit
import Recognition
import Storage
import StrictEncoding

/// The administrator's: who has an account, and what each may do.
struct AccountsPages {
    let kit: PageKit
    let desk: StaffDesk
    let actions: AccountActions

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("desk/accounts", use: show)
        pages.post("desk/accounts", use: create)
        pages.post("desk/accounts/roles", use: setRoles)
        pages.post("desk/accounts/password", use: resetPassword)
        pages.post("desk/accounts/factors", use: resetFactors)
        pages.post("desk/accounts/lift", use: liftLock)
        pages.post("desk/accounts/disable", use: disable)
        pages.post("desk/accounts/enable", use: enable)
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await page(context)
    }

    /// - Parameter secret: a password that was just made, and whose: shown this once.
    private func page(_ context: ServiceContext, secret: JSONValue = .null) async throws -> Response {
        let member = try context.admit(.seeAccounts)
        let accounts = try await desk.register.accounts().map { Self.line($0, isOwn: $0.name == member.name) }
        let data: JSONValue = [
            "accounts": .array(accounts), "roles": .array(Role.allCases.map(\.json)), "secret": secret,
        ]
        return try kit.page(
            "accounts", title: BilingualText("Tài khoản", "Accounts"), data, styles: ["styles/accounts.css"],
            for: context)
    }

    private static func line(_ account: Account, isOwn: Bool) -> JSONValue {
        let roles = Role.allCases.map { role in role.json.adding("has", .bool(account.roles.contains(role.rawValue))) }
        return account.json.adding("isOwn", .bool(isOwn)).adding("roleList", .array(roles))
    }

    @Sendable private func create(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.createAccount)
        return try await kit.answer(request, context, page: show) { form in
            let password = try InitialPassword.random()
            let account = try await actions.create(
                name: try form.reader("name").typedText(maximum: 100),
                displayName: try form.reader("displayName").typedText(), roles: try form.roles(),
                password: password, by: member)
            return try await page(context, secret: Self.secret(account, password, isNew: true))
        }
    }

    @Sendable private func resetPassword(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.resetPassword)
        return try await kit.answer(request, context, page: show) { form in
            let account = try await desk.account(try form.reader("name").string(maximum: 100))
            let password = try InitialPassword.random()
            try await actions.resetPassword(password, of: account.name, by: member)
            return try await page(context, secret: Self.secret(account, password, isNew: false))
        }
    }

    private static func secret(_ account: Account, _ password: String, isNew: Bool) -> JSONValue {
        [
            "name": .string(account.name), "displayName": .string(account.displayName),
            "password": .string(password), "isNew": .bool(isNew),
        ]
    }

    @Sendable private func setRoles(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await change(.changeRoles, request, context) { form, name, member in
            try await actions.setRoles(try form.roles(), of: name, by: member)
        }
    }

    @Sendable private func resetFactors(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await change(.resetFactors, request, context) { _, name, member in
            try await actions.resetFactors(of: name, by: member)
        }
    }

    @Sendable private func liftLock(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await change(.liftLock, request, context) { _, name, member in
            try await actions.liftLock(of: name, by: member)
        }
    }

    @Sendable private func disable(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await change(.disableAccount, request, context) { _, name, member in
            try await actions.setDisabled(true, of: name, by: member)
        }
    }

    @Sendable private func enable(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await change(.disableAccount, request, context) { _, name, member in
            try await actions.setDisabled(false, of: name, by: member)
        }
    }

    private func change(
        _ right: Right, _ request: Request, _ context: ServiceContext,
        _ body: (Form, String, StaffMember) async throws -> Void
    ) async throws -> Response {
        let member = try context.admit(right)
        return try await kit.submit(request, context, page: show) { form in
            try await body(form, try form.reader("name").string(maximum: 100), member)
            return "/desk/accounts"
        }
    }
}

extension Form {
    /// The roles that are ticked.
    /// - Throws: `MalformedInput`.
    fileprivate func roles() throws -> Set<Role> {
        Set(
            try all("role").map { text in
                guard let role = Role(rawValue: text) else { throw MalformedInput(.wrongValue, at: "role") }
                return role
            })
    }
}

/// Passwords that an administrator hands over on paper.
private enum InitialPassword {
    /// 100 random bits in groups of four characters that can be read aloud.
    /// - Throws: `OpenSSLError` if there is no randomness.
    static func random() throws -> String {
        Crockford.grouped(Crockford.encode(try SecretBytes(random: 13).unwipedCopy, count: 20), by: 4)
    }
}
