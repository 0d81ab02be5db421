import HTTPTypes
import Hummingbird

/// Lets pages of any origin ask, without credentials, and puts every refusal into words. Says nothing to any log.
struct RelayMiddleware: RouterMiddleware {
    func handle(
        _ request: Request, context: RelayContext,
        next: @concurrent (Request, RelayContext) async throws -> Response
    ) async throws -> Response {
        var response = try await answer(request, context, next)
        response.headers[.accessControlAllowOrigin] = "*"
        response.headers[.cacheControl] = "no-store"
        return response
    }

    private func answer(
        _ request: Request, _ context: RelayContext,
        _ next: @concurrent (Request, RelayContext) async throws -> Response
    ) async throws -> Response {
        if request.method == .options { return Self.preflight }
        do {
            return try await next(request, context)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            return RelayProblem(translating: error).response(from: request, context: context)
        }
    }

    private static var preflight: Response {
        var response = Response(status: .noContent)
        response.headers[.accessControlAllowMethods] = "GET, POST"
        response.headers[.accessControlAllowHeaders] = "content-type"
        response.headers[.accessControlMaxAge] = "7200"
        return response
    }
}
