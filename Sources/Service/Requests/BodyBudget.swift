import Connections
import Hummingbird
import NIOCore
import Synchronization

/// The memory that bodies of requests may take while they are under way, in purses apart: strangers' uploads leave
/// members and staff room for theirs. A full purse lets go of the body that is furthest behind (`Pace`) before it
/// refuses another: of a body that is still coming nobody has proved whose it is.
final class BodyBudget: Sendable {
    enum Purse: String, CaseIterable, Sendable {
        /// Requests for tokens, slips, signatures over the sealed box.
        case live
        case staff
        case strangers
    }

    /// What one request has taken of a purse; given back with it.
    final class Account: Sendable {
        private let budget: BodyBudget
        private let purse: Purse
        private let start: NIODeadline
        private let end: @Sendable () -> Void

        fileprivate init(
            _ budget: BodyBudget, _ purse: Purse, from start: NIODeadline, _ end: @escaping @Sendable () -> Void
        ) {
            (self.budget, self.purse, self.start, self.end) = (budget, purse, start, end)
        }

        /// The same for a request of somebody who is signed in.
        var ofStaff: Account { budget.account(.staff, from: start, end: end) }

        /// - Throws: `Problem.overloaded` where the purse has not so much left, or this body was let go.
        func charge(_ count: Int, at now: NIODeadline = .now()) throws(Problem) {
            let entry = BodyLedger.Entry(purse: purse, pace: Pace(budget.limits, from: start), end: end)
            let taking = budget.ledger.withLock { $0.take(count, for: ObjectIdentifier(self), entry, at: now) }
            for entry in taking.letGo { entry.end() }
            if !taking.isThere { throw BodyBudget.overloaded }
        }

        /// All of the body is here: from now on it waits for nobody but us.
        /// - Throws: `Problem.overloaded` where it was let go.
        func bodyEnded() throws(Problem) {
            let isThere = budget.ledger.withLock { $0.bodyEnded(ObjectIdentifier(self)) }
            if !isThere { throw BodyBudget.overloaded }
        }

        deinit { budget.ledger.withLock { $0.close(ObjectIdentifier(self)) } }
    }

    private static let overloaded = Problem(.overloaded, "too much is being sent at once", retryAfter: 10)

    private let limits: ConnectionLimits
    private let ledger: Mutex<BodyLedger>

    /// What each purse holds, in bytes, unless a test has less.
    static let usual: [Purse: Int] = [.live: 64 << 20, .staff: 64 << 20, .strangers: 48 << 20]

    /// - Parameter limits: whose pace tells who is late.
    init(_ limits: ConnectionLimits = ConnectionLimits(), room: [Purse: Int] = usual) {
        self.limits = limits
        ledger = Mutex(BodyLedger(room))
    }

    /// Of the request that is being answered.
    @TaskLocal static var account: Account?

    /// - Parameter end: called where others need the memory of this body, which is slow.
    func account(
        _ purse: Purse, from start: NIODeadline = .now(), end: @escaping @Sendable () -> Void = {}
    ) -> Account {
        Account(self, purse, from: start, end)
    }

    func taken(from purse: Purse) -> Int { ledger.withLock { $0.taken[purse] ?? 0 } }
}

extension BodyBudget: MetricSource {
    var metrics: [Metric] {
        let (taken, refusals) = ledger.withLock { ($0.taken, $0.refusals) }
        return [
            Metric(
                "phieukin_body_bytes", .gauge, "Bytes of requests' bodies under way, by whose they are.",
                Purse.allCases.map { Metric.Sample("purse", $0.rawValue, taken[$0] ?? 0) }),
            Metric(
                "phieukin_bodies_refused_total", .counter,
                "Bodies refused, or let go half-sent, because too many were under way.", [Metric.Sample(refusals)]),
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
        let account = budget.account(purse) { context.letGoOfBody() }
        return try await BodyBudget.$account.withValue(account) { try await next(request, context) }
    }
}
