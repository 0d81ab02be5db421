import Hummingbird
import Logging
import Reader

/// Turns whatever was thrown into a page or into problem details, and logs what was the server's own fault, and who was
/// refused a right. That there is too much to do, for it or for the readers of files, is told by metrics: a line for
/// each refusal would be work too.
struct ProblemMiddleware: RouterMiddleware {
    let pages: ProblemPages
    let routes: RouteTable
    let refusals: RefusalLog

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
        defer { note(problem, from: error, context) }
        do {
            if let page = try await pages.response(to: problem, request, context) { return page }
        } catch {
            Self.log(error, as: Problem(translating: error), context)
        }
        return try problem.response(from: request, context: context)
    }

    /// What befell a reader of strangers' files has its own line (`ReaderLog`).
    private func note(_ problem: Problem, from error: any Error, _ context: ServiceContext) {
        if let refusal = problem.refusal { refusals.note(refusal) }
        guard problem.status.code >= 500, problem.code != .overloaded, !(error is ReaderFault) else { return }
        Self.log(error, as: problem, context)
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
