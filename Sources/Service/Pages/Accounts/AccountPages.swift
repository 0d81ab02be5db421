import Hummingbird
import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// Everybody's own: password, sessions, tokens for scripts.
struct AccountPages {
    let kit: PageKit
    let desk: StaffDesk
    let actions: OwnAccountActions

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("desk/account", use: show)
        pages.post("desk/account/password", use: changePassword)
        pages.post("desk/account/sessions/end", use: endOthers)
        pages.post("desk/account/sessions/end-one", use: endOne)
        pages.post("desk/account/devices/forget", use: forgetDevice)
        pages.post("desk/account/tokens", use: createToken)
        pages.post("desk/account/tokens/revoke", use: revoke)
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await page(context, done: request.uri.queryParameters["done"].map(String.init) ?? "")
    }

    /// - Parameter token: one that was just made: shown this once.
    private func page(
        _ context: ServiceContext, done: String = "", token: JSONValue = .null
    ) async throws -> Response {
        let member = try context.admit(.seeOwnAccount)
        let account = try await desk.account(member.name)
        let now = desk.clock.now
        let tokens = try await desk.register.staffTokens(of: member.name).filter { $0.expiresAt > now }
        let (sessions, bearers) = (tokens.filter { $0.kind == .session }, tokens.filter { $0.kind == .bearer })
        let data: JSONValue = [
            "account": account.json, "done": .string(done), "token": token,
            "roles": .array(Role.allCases.filter { member.roles.contains($0) }.map(\.json)),
            "sessions": .array(sessions.map { Self.line($0, member) }),
            "others": .integer(sessions.count { $0.digest != member.tokenDigest }),
            "tokens": .array(bearers.map { Self.line($0, member) }),
            "longestDays": .integer(StaffDesk.longestTokenDays),
            "devices": .array(try await desk.register.devices(of: member.name).map(\.json)),
            "isFirstPassword": .bool(member.duty == .password),
        ]
        return try kit.page(
            "account", title: BilingualText("Tài khoản của tôi", "Your account"), data,
            styles: ["styles/accounts.css"], for: context)
    }

    private static func line(_ token: StaffToken, _ member: StaffMember) -> JSONValue {
        [
            "id": .bytes(token.digest), "label": .string(token.label), "createdAt": .integer(token.createdAt),
            "expiresAt": .integer(token.expiresAt), "isThis": .bool(token.digest == member.tokenDigest),
            "usedAt": .integer(token.usedAt),
        ]
    }

    /// All sessions end with the old password; this browser gets a new one.
    @Sendable private func changePassword(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.changeOwnPassword)
        return try await kit.answer(request, context, page: show) { form in
            let new = form.raw("newPassword")
            guard new == form.raw("repeatedPassword") else { throw Problem(.passwordsDiffer) }
            try await actions.changePassword(from: form.raw("oldPassword"), to: new, by: member)
            let session = try await desk.enter(
                desk.account(member.name), .known(member.tokenDigest), SignInSource(request, context))
            var response = Response.redirect(to: "/desk/account?done=password", type: .normal)
            SessionCookie.set(session, in: &response)
            return response
        }
    }

    @Sendable private func endOthers(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.endOwnSessions)
        return try await kit.submit(request, context, page: show) { _ in
            try await actions.endOtherSessions(by: member)
            return "/desk/account?done=sessions"
        }
    }

    @Sendable private func endOne(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.endOwnSessions)
        return try await kit.submit(request, context, page: show) { form in
            try await actions.endSession(form.reader("session").bytes(32), by: member)
            return "/desk/account?done=session"
        }
    }

    @Sendable private func forgetDevice(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.endOwnSessions)
        return try await kit.submit(request, context, page: show) { form in
            try await actions.forgetDevice(form.reader("device").bytes(32), by: member)
            return "/desk/account?done=device"
        }
    }

    @Sendable private func createToken(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.makeToken)
        return try await kit.answer(request, context, page: show) { form in
            let label = try form.reader("label").typedText()
            let days = try form.integer("days", in: 1...StaffDesk.longestTokenDays)
            let (token, expiresAt) = try await actions.makeToken(
                label: label, days: days, password: form.raw("password"), by: member)
            return try await page(
                context, token: ["value": .string(token), "label": .string(label), "expiresAt": .integer(expiresAt)])
        }
    }

    @Sendable private func revoke(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.revokeToken)
        return try await kit.submit(request, context, page: show) { form in
            try await actions.revokeToken(try form.reader("token").bytes(32), by: member)
            return "/desk/account?done=token"
        }
    }
}

extension Device {
    fileprivate var json: JSONValue {
        [
            "id": .bytes(digest), "label": .string(label), "createdAt": .integer(createdAt), "usedAt": .integer(usedAt),
        ]
    }
}
