import Hummingbird
import Logging

/// Turns whatever was thrown into a page or into problem details, and logs what was the server's own fault. That it has
/// too much to do is told by its metrics: a line for each refusal would be work too.
struct ProblemMiddleware: RouterMiddleware {
    let pages: ProblemPages
    let routes: RouteTable

    func handle(
        _ request: Request, context: ServiceContext,
        next: @concurrent (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            return try await answer(to: error, request, context)
        }
    }

    private func answer(
        to error: any Error, _ request: Request, _ context: ServiceContext
    ) async throws -> Response {
        let problem = explained(Problem(translating: error), request)
        do {
            if let page = try await pages.response(to: problem, request, context) { return page }
        } catch {
            Self.log(error, as: Problem(translating: error), context)
        }
        if problem.status.code >= 500, problem.code != .overloaded { Self.log(error, as: problem, context) }
        return try problem.response(from: request, context: context)
    }

    /// What is nowhere may be there for another method.
    private func explained(_ problem: Problem, _ request: Request) -> Problem {
        guard problem.code == .notFound else { return problem }
        let methods = routes.methods(at: request.uri.path)
        guard !methods.isEmpty, !methods.contains(request.method) else { return problem }
        return Problem(.methodNotAllowed, allowed: methods)
    }

    /// The route, not the URI: that may name a voter's business.
    private static func log(_ error: any Error, as problem: Problem, _ context: ServiceContext) {
        context.logger.error(
            "request failed",
            metadata: [
                "route": "\(context.endpointPath ?? "-")", "code": "\(problem.code.rawValue)",
                "error": "\(String(reflecting: error))",
            ])
    }
}
