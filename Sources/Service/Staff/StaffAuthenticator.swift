import HTTPTypes
import Hummingbird
import Storage

/// Says who asks: by a session's cookie or a script's bearer token. Who may do what is for each route.
struct StaffAuthenticator: RouterMiddleware {
    let desk: StaffDesk

    func handle(
        _ request: Request, context: ServiceContext,
        next: @concurrent (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.staff = try await staff(of: request)
        return try await context.charged { [context] in try await next(request, context) }
    }

    /// Nil for nobody.
    /// - Throws: `Problem.crossSite`.
    func staff(of request: Request) async throws -> StaffMember? {
        if let header = request.headers[.authorization], header.hasPrefix("Bearer ") {
            return try await desk.holder(ofToken: String(header.dropFirst(7)), kind: .bearer)
        }
        guard let cookie = request.cookies[SessionCookie.name]?.value else { return nil }
        // SameSite=Strict keeps the cookie at home already; a browser that says otherwise is not believed.
        if let site = request.headers[.secFetchSite], site != "same-origin", site != "none" {
            throw Problem(.crossSite)
        }
        return try await desk.holder(ofToken: cookie, kind: .session)
    }
}

extension HTTPField.Name {
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
}
