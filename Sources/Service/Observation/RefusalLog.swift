import Logging
import Synchronization

/// A right that somebody who is signed in asked for and does not have.
struct RefusedRight: Hashable, Sendable {
    let right: Right
    let account: String
}

/// Refused rights in the service's log: who asked for what. In the log and not in the journal, which is for good, and
/// which nobody shall fill; and of one account and right a line a minute at most, with how many there were besides.
final class RefusalLog: Sendable {
    static let seconds = 60

    /// When it was said last, and how often it was refused since.
    private let said = Mutex<[RefusedRight: (at: Int, unsaid: Int)]>([:])
    private let clock: ServiceClock
    private let logger: Logger

    init(clock: ServiceClock, logger: Logger) { (self.clock, self.logger) = (clock, logger) }

    func note(_ refusal: RefusedRight) {
        let now = clock.elapsed
        let unsaid = said.withLock { said -> Int? in
            if let last = said[refusal], now - last.at < Self.seconds {
                said[refusal] = (last.at, last.unsaid + 1)
                return nil
            }
            defer { said[refusal] = (now, 0) }
            return said[refusal]?.unsaid ?? 0
        }
        guard let unsaid else { return }
        logger.notice(
            "a right was refused",
            metadata: [
                "account": "\(String(reflecting: refusal.account))", "right": "\(refusal.right.rawValue)",
                "unsaid": "\(unsaid)",
            ])
    }
}

extension Problem {
    /// For who is signed in and does not have the right; the log is told.
    static func forbidden(_ right: Right, to member: StaffMember, _ detail: String = "") -> Problem {
        var problem = Problem(.forbidden, detail)
        problem.refusal = RefusedRight(right: right, account: member.name)
        return problem
    }
}
