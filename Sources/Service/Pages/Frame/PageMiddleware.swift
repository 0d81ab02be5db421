import HTTPTypes
import Hummingbird
import StrictEncoding

/// Around every page: its language, and who is signed in.
struct PageMiddleware: RouterMiddleware {
    let authenticator: StaffAuthenticator

    func handle(
        _ request: Request, context: ServiceContext,
        next: @concurrent (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        let context = await visit(request, context)
        var response = try await context.charged { try await next(request, context) }
        if request.uri.queryParameters["lang"] != nil { response.setCookie(context.visit.language.cookie) }
        return response
    }

    /// The context as pages know it.
    func visit(_ request: Request, _ context: ServiceContext) async -> ServiceContext {
        var context = context
        context.staff = try? await authenticator.staff(of: request)
        context.visit.language = PageLanguage(request)
        context.visit.address = request.uri.string
        context.visit.acceptsGzip = request.acceptsGzip
        context.visit.formSecrets = [context.staff?.tokenDigest, FormGuard.secret(request)].compactMap(\.self)
        return context
    }
}

/// What a page's handler knows of the visit, besides who is signed in.
struct PageVisit: Sendable {
    var language = PageLanguage.vietnamese

    /// Path and query.
    var address = "/"

    /// What forms may be bound to: the session, then the form cookie; the first binds this visit's own.
    var formSecrets: [[UInt8]] = []

    var formSecret: [UInt8]? { formSecrets.first }

    /// Whether the browser unpacks what comes packed.
    var acceptsGzip = false

    /// What was refused, and what had been typed: set when a page is shown again after its form.
    var problem: Problem?
    var typed: JSONValue = .object([])
}
