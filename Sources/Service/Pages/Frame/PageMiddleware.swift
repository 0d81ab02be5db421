import HTTPTypes
import Hummingbird
import StrictEncoding

/// Around every page: its language, who is signed in, and the headers that let a browser run nothing but our files.
struct PageMiddleware: RouterMiddleware {
    let authenticator: StaffAuthenticator

    /// Scripts and styles are files of ours; nothing inline, nothing from elsewhere, no page in a frame.
    private static let policy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'",
        "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
        "require-trusted-types-for 'script'", "trusted-types 'none'",
    ].joined(separator: "; ")

    func handle(
        _ request: Request, context: ServiceContext,
        next: @concurrent (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        let context = await visit(request, context)
        var response = try await next(request, context)
        if request.uri.queryParameters["lang"] != nil { response.setCookie(context.visit.language.cookie) }
        Self.harden(&response)
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

    static func harden(_ response: inout Response) {
        // A browser's own reader of PDF brings styles of its own.
        if response.headers[.contentType] != "application/pdf" { response.headers[.contentSecurityPolicy] = policy }
        response.headers[.crossOriginOpenerPolicy] = "same-origin"
        response.headers[.crossOriginResourcePolicy] = "same-origin"
        response.headers[.permissionsPolicy] = "camera=(self), microphone=(), geolocation=(), browsing-topics=()"
    }
}

extension HTTPField.Name {
    static let crossOriginOpenerPolicy = HTTPField.Name("Cross-Origin-Opener-Policy")!
    static let crossOriginResourcePolicy = HTTPField.Name("Cross-Origin-Resource-Policy")!
    static let permissionsPolicy = HTTPField.Name("Permissions-Policy")!
}
