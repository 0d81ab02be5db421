import Synchronization

/// Slows down whoever guesses passwords: after a few failures on one name, each further one doubles the wait.
///
/// By name, not by address: addresses are not kept, and a guesser has many.
final class LoginThrottle: Sendable {
    private static let freeFailures = 5
    private static let longestWait = 900
    private static let keptNames = 10_000

    private struct Failures {
        var count = 0
        var until = 0
    }

    private let failures = Mutex<[String: Failures]>([:])

    /// Begins a guess, which counts as failed until it has succeeded: many at once are no way around the wait.
    /// - Returns: how many seconds the name has to wait; nil if it may be tried now.
    func begin(_ name: String, at now: Int) -> Int? {
        failures.withLock { failures in
            if let until = failures[name]?.until, until > now { return until - now }
            if failures.count >= Self.keptNames { failures = failures.filter { $0.value.until > now } }
            var entry = failures[name, default: Failures()]
            entry.count += 1
            let doublings = entry.count - Self.freeFailures
            if doublings >= 0 { entry.until = now + min(Self.longestWait, 1 << min(doublings, 10)) }
            failures[name] = entry
            return nil
        }
    }

    func succeeded(_ name: String) { failures.withLock { $0[name] = nil } }
}
