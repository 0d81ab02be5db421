import Hummingbird
import OpenSSLKit
import Recognition
import Storage
import StrictEncoding

/// The administrator's: who has an account, and what each may do.
struct AccountsPages {
    let kit: PageKit
    let desk: StaffDesk
    let journal: Journal

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("desk/accounts", use: show)
        pages.post("desk/accounts", use: create)
        pages.post("desk/accounts/roles", use: setRoles)
        pages.post("desk/accounts/password", use: resetPassword)
        pages.post("desk/accounts/disable", use: disable)
        pages.post("desk/accounts/enable", use: enable)
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await page(context)
    }

    /// - Parameter secret: a password that was just made, and whose: shown this once.
    private func page(_ context: ServiceContext, secret: JSONValue = .null) async throws -> Response {
        let member = try context.require(.admin)
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
        let member = try context.require(.admin)
        return try await kit.answer(request, context, page: show) { form in
            let password = try InitialPassword.random()
            let account = try await desk.create(
                name: try form.reader("name").shortText(maximum: 100),
                displayName: try form.reader("displayName").shortText(), roles: try form.roles(),
                password: password)
            try await journal.note(member, "account.create", account.name)
            return try await page(context, secret: Self.secret(account, password, isNew: true))
        }
    }

    @Sendable private func resetPassword(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.require(.admin)
        return try await kit.answer(request, context, page: show) { form in
            let account = try await desk.account(try form.reader("name").string(maximum: 100))
            guard account.name != member.name else { throw Problem(.malformedRequest, "name: another's") }
            let password = try InitialPassword.random()
            try await desk.setPassword(password, of: account.name)
            try await journal.note(member, "account.password", account.name)
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
        try await change(request, context, "account.roles") { form, name in
            let roles = try form.roles()
            try await desk.setRoles(roles, of: name)
            return " " + roles.map(\.rawValue).sorted().joined(separator: " ")
        }
    }

    @Sendable private func disable(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await change(request, context, "account.disable") { _, name in
            try await desk.setDisabled(true, of: name)
            return ""
        }
    }

    @Sendable private func enable(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await change(request, context, "account.enable") { _, name in
            try await desk.setDisabled(false, of: name)
            return ""
        }
    }

    /// - Parameter body: does it, and says what the journal has to say besides the name.
    private func change(
        _ request: Request, _ context: ServiceContext, _ action: String,
        _ body: (Form, String) async throws -> String
    ) async throws -> Response {
        let member = try context.require(.admin)
        return try await kit.submit(request, context, page: show) { form in
            let name = Account.folded(try form.reader("name").string(maximum: 100))
            let words = try await body(form, name)
            try await journal.note(member, action, name + words)
            return "/desk/accounts"
        }
    }
}
