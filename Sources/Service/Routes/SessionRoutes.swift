import Hummingbird
import Storage
import StrictEncoding

/// Signing in and out, passwords, tokens for scripts.
struct SessionRoutes {
    let desk: StaffDesk

    func add(to staff: RouterGroup<ServiceContext>) {
        staff.post("session", use: signIn)
        staff.get("session", use: current)
        staff.delete("session", use: signOut)
        staff.put("password", use: changePassword)
        staff.post("tokens", use: createToken)
    }

    @Sendable private func signIn(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let object = try await request.object(["name", "password"], limit: 8 << 10)
        let (account, token, seconds) = try await desk.signIn(
            name: object.member("name").string(maximum: 300), password: object.member("password").string())
        var response = Response.json(["account": account.json])
        response.setCookie(SessionCookie.make(token, seconds: seconds))
        return response
    }

    @Sendable private func current(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.require()
        guard let account = try await desk.register.account(named: member.name) else { throw Problem(.unauthenticated) }
        return .json(["account": account.json])
    }

    @Sendable private func signOut(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await desk.signOut(try context.require())
        var response = Response.noContent
        response.setCookie(SessionCookie.expired)
        return response
    }

    @Sendable private func changePassword(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.require()
        let object = try await request.object(["old", "new"], limit: 8 << 10)
        try await desk.changePassword(
            of: member, from: object.member("old").string(), to: object.member("new").string())
        return .noContent
    }

    @Sendable private func createToken(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.require()
        let object = try await request.object(["label", "days"])
        let (token, expiresAt) = try await desk.bearerToken(
            for: member, label: object.member("label").shortText(),
            days: object.member("days").integer(in: 1...StaffDesk.longestTokenDays))
        return .json(["token": .string(token), "expiresAt": .integer(expiresAt)], status: .created)
    }
}
