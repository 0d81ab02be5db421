import Hummingbird
import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// Everybody's own: password, sessions, tokens for scripts.
struct AccountPages {
    let kit: PageKit
    let desk: StaffDesk
    let journal: Journal

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("desk/account", use: show)
        pages.post("desk/account/password", use: changePassword)
        pages.post("desk/account/sessions/end", use: endOthers)
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
        let member = try context.require()
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
        ]
        return try kit.page(
            "account", title: BilingualText("Tài khoản của tôi", "Your account"), data,
            styles: ["styles/accounts.css"], for: context)
    }

    private static func line(_ token: StaffToken, _ member: StaffMember) -> JSONValue {
        [
            "id": .bytes(token.digest), "label": .string(token.label), "createdAt": .integer(token.createdAt),
            "expiresAt": .integer(token.expiresAt), "isThis": .bool(token.digest == member.tokenDigest),
        ]
    }

    /// All sessions end with the old password; this browser gets a new one.
    @Sendable private func changePassword(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.require()
        return try await kit.answer(request, context, page: show) { form in
            let new = form.raw("newPassword")
            guard new == form.raw("repeatedPassword") else { throw Problem(.passwordsDiffer) }
            try await desk.changePassword(of: member, from: form.raw("oldPassword"), to: new)
            try await journal.note(member, "account.own-password")
            let (_, token, seconds) = try await desk.signIn(name: member.name, password: new)
            var response = Response.redirect(to: "/desk/account?done=password", type: .normal)
            response.setCookie(SessionCookie.make(token, seconds: seconds))
            return response
        }
    }

    @Sendable private func endOthers(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.require()
        return try await kit.submit(request, context, page: show) { _ in
            for token in try await desk.register.staffTokens(of: member.name)
            where token.kind == .session && token.digest != member.tokenDigest {
                try await desk.register.revoke(token.digest)
            }
            return "/desk/account?done=sessions"
        }
    }

    @Sendable private func createToken(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.require()
        return try await kit.answer(request, context, page: show) { form in
            let label = try form.reader("label").shortText()
            let days = try form.integer("days", in: 1...StaffDesk.longestTokenDays)
            let (token, expiresAt) = try await desk.bearerToken(for: member, label: label, days: days)
            try await journal.note(member, "token.create", label)
            return try await page(
                context, token: ["value": .string(token), "label": .string(label), "expiresAt": .integer(expiresAt)])
        }
    }

    /// Of one's own only: another's is not found among them.
    @Sendable private func revoke(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.require()
        return try await kit.submit(request, context, page: show) { form in
            let digest = try form.reader("token").bytes(32)
            let token = try await desk.register.staffTokens(of: member.name).first { $0.digest == digest }
            guard let token else { throw Problem(.notFound) }
            try await desk.register.revoke(token.digest)
            try await journal.note(member, "token.revoke", token.label)
            return "/desk/account?done=token"
        }
    }
}
