import HTTPTypes
import Hummingbird
import StrictEncoding

/// Shows people a page where programs get problem details; whoever must sign in is led there and back.
struct ProblemPages {
    let kit: PageKit
    let pages: PageMiddleware

    /// - Returns: nil for programs, and where the program itself is at fault.
    func response(to problem: Problem, _ request: Request, _ context: ServiceContext) async throws -> Response? {
        guard Self.isForPeople(request), problem.code != .internal else { return nil }
        if problem.code == .unauthenticated, request.method == .get {
            return .redirect(to: SignInPages.address(returningTo: request.uri.string), type: .normal)
        }
        if let place = Self.place(of: problem, request) { return .redirect(to: place, type: .normal) }
        return try kit.refusal(problem, await pages.visit(request, context))
    }

    /// Where people do what has to be done first.
    private static func place(of problem: Problem, _ request: Request) -> String? {
        switch problem.code {
        case .passwordToChange: "/desk/account#password-form"
        case .factorToAdd: FactorPages.path
        case .passwordNeeded: FactorPages.confirmation(returningTo: origin(of: request))
        default: nil
        }
    }

    /// The page that a form stood on: most are sent to their own page, those about accounts below it.
    private static func origin(of request: Request) -> String {
        let pages = request.method == .get ? [] : [FactorPages.path, "/desk/accounts", "/desk/account"]
        return pages.first { request.uri.path.hasPrefix($0 + "/") } ?? request.uri.string
    }

    private static func isForPeople(_ request: Request) -> Bool {
        !request.uri.path.hasPrefix("/api/") && request.headers[.accept]?.contains("text/html") == true
    }
}
