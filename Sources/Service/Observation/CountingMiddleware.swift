import HTTPTypes
import Hummingbird

/// Counts every answer under its route.
struct CountingMiddleware: RouterMiddleware {
    let metrics: Metrics

    func handle(
        _ request: Request, context: ServiceContext,
        next: @concurrent (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        metrics.begin()
        do {
            let response = try await next(request, context)
            end(request, context, response.status)
            return response
        } catch {
            end(request, context, .internalServerError)
            throw error
        }
    }

    private func end(_ request: Request, _ context: ServiceContext, _ status: HTTPResponse.Status) {
        metrics.end(route: "\(request.method.rawValue) \(context.endpointPath ?? "-")", status: status.code)
    }
}
