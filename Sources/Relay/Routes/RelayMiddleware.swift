import Connections
import HTTPTypes
import Hummingbird

/// Tells whose share a request counts against, and puts every refusal into words. Says nothing to any log.
struct RelayMiddleware: RouterMiddleware {
    let proxies: Proxies

    func handle(
        _ request: Request, context: RelayContext,
        next: @concurrent (Request, RelayContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.peer = proxies.single(context.peer)
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
