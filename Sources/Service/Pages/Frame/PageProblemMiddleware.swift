import HTTPTypes
import Hummingbird
import StrictEncoding

/// Shows people a page where programs get problem details; whoever must sign in is led there and back.
struct PageProblemMiddleware: RouterMiddleware {
    let kit: PageKit
    let pages: PageMiddleware

    func handle(
        _ request: Request, context: ServiceContext,
        next: @concurrent (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let problem = Problem(translating: error)
            guard Self.isForPeople(request), problem.status.code < 500 else { throw error }
            if problem.code == .unauthenticated, request.method == .get {
                return .redirect(to: SignInPages.address(returningTo: request.uri.string), type: .normal)
            }
            var response = try kit.refusal(problem, await pages.visit(request, context))
            PageMiddleware.harden(&response)
            return response
        }
    }

    private static func isForPeople(_ request: Request) -> Bool {
        !request.uri.path.hasPrefix("/api/") && request.headers[.accept]?.contains("text/html") == true
    }
}
