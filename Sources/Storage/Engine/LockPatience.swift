import Glibc
import Synchronization

/// How long writes wait for the lock of another program.
///
/// It is held for a moment, as a rule: that much is waited, on the writer's own thread. Where it was in vain, nobody who
/// queues behind waits as long again: for the same time all are refused at once.
final class LockPatience: Sendable {
    typealias Instant = ContinuousClock.Instant

    private struct State {
        var end: Instant?
        var refusingUntil: Instant?
    }

    private static let pause: UInt32 = 5_000
    private let limit: Duration
    private let state = Mutex(State())

    init(_ limit: Duration) { self.limit = limit }

    /// Waits a little.
    /// - Parameter attempt: from 0, for each statement anew.
    /// - Returns: whether to try again.
    func waits(attempt: Int) -> Bool {
        guard isLeft(attempt, at: .now) else { return false }
        usleep(Self.pause)
        return true
    }

    /// Whether there is time left at `now`.
    func isLeft(_ attempt: Int, at now: Instant) -> Bool {
        state.withLock { state in
            if let until = state.refusingUntil, now < until { return false }
            let end = attempt > 0 ? state.end ?? now : now + limit
            (state.end, state.refusingUntil) = (end, now < end ? nil : now + limit)
            return now < end
        }
    }
}
