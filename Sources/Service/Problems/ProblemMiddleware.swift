import Hummingbird
import Logging

/// Turns whatever was thrown into problem details, and logs what was the server's own fault.
struct ProblemMiddleware<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let problem = Problem(translating: error)
            if problem.status.code >= 500 {
                // The route, not the URI: that may name a voter's business.
                context.logger.error(
                    "request failed",
                    metadata: [
                        "route": "\(context.endpointPath ?? "-")", "code": "\(problem.code.rawValue)",
                        "error": "\(String(reflecting: error))",
                    ])
            }
            return try problem.response(from: request, context: context)
        }
    }
}
