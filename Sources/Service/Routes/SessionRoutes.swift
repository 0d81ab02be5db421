import Hummingbird
import Recognition
import Storage
import StrictEncoding

/// Signing in and out, passwords, tokens for scripts.
struct SessionRoutes {
    let desk: StaffDesk
    let actions: OwnAccountActions

    func add(to staff: RouterGroup<ServiceContext>) {
        staff.post("session", use: signIn)
        staff.get("session", use: current)
        staff.post("session/confirmation", use: confirm)
        staff.delete("session", use: signOut)
        staff.put("password", use: changePassword)
        staff.get("factors", use: factors)
        staff.post("tokens", use: createToken)
    }

    @Sendable private func signIn(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let object = try await request.object(["name", "password"], optional: ["code"], limit: 8 << 10)
        var source = SignInSource(request, context)
        source.isKept = false
        let session = try await desk.signIn(
            name: object.member("name").string(maximum: 300), password: object.member("password").string(),
            code: object.optional("code")?.string(maximum: 100), from: source)
        var response = Response.json(["account": session.account.json])
        SessionCookie.set(session, in: &response)
        return response
    }

    @Sendable private func current(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.seeOwnAccount)
        guard let account = try await desk.register.account(named: member.name) else { throw Problem(.unauthenticated) }
        return .json(["account": account.json])
    }

    @Sendable private func signOut(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await desk.signOut(try context.admit(.signOut))
        var response = Response.noContent
        response.setCookie(SessionCookie.expired)
        return response
    }

    @Sendable private func confirm(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.confirmSelf)
        let object = try await request.object(["password"], limit: 8 << 10)
        try await actions.confirm(password: object.member("password").string(), by: member)
        return .noContent
    }

    @Sendable private func changePassword(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.changeOwnPassword)
        let object = try await request.object(["old", "new"], limit: 8 << 10)
        try await actions.changePassword(
            from: object.member("old").string(), to: object.member("new").string(), by: member)
        return .noContent
    }

    @Sendable private func factors(_ request: Request, _ context: ServiceContext) async throws -> Response {
        .json(try await desk.factors(of: try context.admit(.seeOwnAccount).name))
    }

    @Sendable private func createToken(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.makeToken)
        let object = try await request.object(["label", "days", "password"], limit: 8 << 10)
        let (token, expiresAt) = try await actions.makeToken(
            label: object.member("label").typedText(),
            days: object.member("days").integer(in: 1...StaffDesk.longestTokenDays),
            password: object.member("password").string(), by: member)
        return .json(["token": .string(token), "expiresAt": .integer(expiresAt)], status: .created)
    }
}
