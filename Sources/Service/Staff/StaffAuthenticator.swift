import HTTPTypes
import Hummingbird
import Storage

/// Says who asks: by a session's cookie or a script's bearer token. Who may do what is for each route.
struct StaffAuthenticator: RouterMiddleware {
    let desk: StaffDesk
    let origin: SiteOrigin

    func handle(
        _ request: Request, context: ServiceContext,
        next: @concurrent (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        // Browsers send no such token by themselves.
        if request.bearerToken == nil { try origin.checkCall(request) }
        context.staff = try await staff(of: request)
        return try await context.charged { [context] in try await next(request, context) }
    }

    /// Nil for nobody.
    /// - Throws: `Problem.crossSite`.
    func staff(of request: Request) async throws -> StaffMember? {
        if let token = request.bearerToken { return try await desk.holder(ofToken: token, kind: .bearer) }
        guard let cookie = request.cookies[SessionCookie.name]?.value else { return nil }
        try origin.check(request)
        return try await desk.holder(ofToken: cookie, kind: .session)
    }
}

extension Request {
    private static let scheme = "bearer "

    /// What an Authorization header shows. RFC 6750; RFC 9110, section 11.1: a scheme has no case.
    var bearerToken: String? {
        guard let header = headers[.authorization], header.lowercased().hasPrefix(Self.scheme) else { return nil }
        return String(header.dropFirst(Self.scheme.count).drop { $0 == " " })
    }
}
