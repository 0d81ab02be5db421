import Hummingbird
import Synchronization

/// The memory that bodies of requests may take while they are under way, in purses apart: strangers' uploads leave
/// members and staff room for theirs.
final class BodyBudget: Sendable {
    enum Purse: String, CaseIterable, Sendable {
        /// Requests for tokens, slips, signatures over the sealed box.
        case live
        case staff
        case strangers

        var bytes: Int {
            switch self {
            case .live: 64 << 20
            case .staff: 64 << 20
            case .strangers: 48 << 20
            }
        }
    }

    /// What one request has taken of a purse; given back with it.
    final class Account: Sendable {
        private let budget: BodyBudget
        private let purse: Purse
        private let taken = Atomic<Int>(0)

        fileprivate init(_ budget: BodyBudget, _ purse: Purse) { (self.budget, self.purse) = (budget, purse) }

        /// The same for a request of somebody who is signed in.
        var ofStaff: Account { budget.account(.staff) }

        /// - Throws: `Problem.overloaded` where the purse has not so much left.
        func charge(_ count: Int) throws(Problem) {
            try budget.take(count, from: purse)
            taken.wrappingAdd(count, ordering: .relaxed)
        }

        deinit { budget.giveBack(taken.load(ordering: .relaxed), to: purse) }
    }

    private struct State {
        var taken: [Purse: Int] = [:]
        var refusals = 0
    }

    private let state = Mutex(State())

    /// Of the request that is being answered.
    @TaskLocal static var account: Account?

    func account(_ purse: Purse) -> Account { Account(self, purse) }

    func taken(from purse: Purse) -> Int { state.withLock { $0.taken[purse] ?? 0 } }

    private func take(_ count: Int, from purse: Purse) throws(Problem) {
        let isThere = state.withLock { state in
            let taken = state.taken[purse, default: 0] + count
            guard taken <= purse.bytes else {
                state.refusals += 1
                return false
            }
            state.taken[purse] = taken
            return true
        }
        guard isThere else { throw Problem(.overloaded, "too much is being sent at once", retryAfter: 10) }
    }

    private func giveBack(_ count: Int, to purse: Purse) {
        state.withLock { $0.taken[purse, default: 0] -= count }
    }
}

extension BodyBudget: MetricSource {
    var metrics: [Metric] {
        let (taken, refusals) = state.withLock { ($0.taken, $0.refusals) }
        return [
            Metric(
                "phieukin_body_bytes", .gauge, "Bytes of requests' bodies under way, by whose they are.",
                Purse.allCases.map { Metric.Sample("purse", $0.rawValue, taken[$0] ?? 0) }),
            Metric(
                "phieukin_bodies_refused_total", .counter, "Bodies refused because too many were under way.",
                [Metric.Sample(refusals)]),
        ]
    }
}

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
