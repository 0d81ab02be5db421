import Hummingbird

/// Charges the bodies of some routes to a purse of theirs.
struct BodyAccounting: RouterMiddleware {
    let budget: BodyBudget
    let purse: BodyBudget.Purse

    func handle(
        _ request: Request, context: ServiceContext,
        next: @concurrent (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        try await BodyBudget.$account.withValue(budget.account(purse)) { try await next(request, context) }
    }
}
