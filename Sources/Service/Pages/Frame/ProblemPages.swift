import HTTPTypes
import Hummingbird
import StrictEncoding

/// Shows people a page where programs get problem details; whoever must sign in is led there and back.
struct ProblemPages {
    let kit: PageKit
    let pages: PageMiddleware

    /// - Returns: nil for programs, and where the server itself is at fault.
    func response(to problem: Problem, _ request: Request, _ context: ServiceContext) async throws -> Response? {
        guard Self.isForPeople(request), problem.status.code < 500 else { return nil }
        if problem.code == .unauthenticated, request.method == .get {
            return .redirect(to: SignInPages.address(returningTo: request.uri.string), type: .normal)
        }
        var response = try kit.refusal(problem, await pages.visit(request, context))
        PageMiddleware.harden(&response)
        return response
    }

    private static func isForPeople(_ request: Request) -> Bool {
        !request.uri.path.hasPrefix("/api/") && request.headers[.accept]?.contains("text/html") == true
    }
}
