/// How patient one is with whoever guesses.
public struct AttemptPolicy: Sendable {
    public let freeFailures: Int

    /// In seconds.
    public let longestWait: Int

    public init(freeFailures: Int, longestWait: Int) {
        self.freeFailures = freeFailures
        self.longestWait = longestWait
    }
}

/// Slows down whoever guesses: after a few failures each further one doubles the wait.
///
/// A value without a clock and without a lock; times are seconds of a clock that nobody sets.
public struct AttemptBudget<Key: Hashable & Sendable>: Sendable {

    private struct Failures {
        var count = 0
        var until = 0
        var at = 0
    }

    /// How many keys are remembered at most.
    private let capacity: Int
    private let policy: AttemptPolicy
    private var failures: [Key: Failures] = [:]

    public init(_ policy: AttemptPolicy, capacity: Int = 10_000) {
        self.policy = policy
        self.capacity = capacity
    }

    /// How many seconds the key has to wait; 0 if it may try now.
    public func wait(of key: Key, at now: Int) -> Int { max(0, (failures[key]?.until ?? now) - now) }

    /// Counts an attempt as failed until it has succeeded: many at once are no way around the wait.
    public mutating func begin(_ key: Key, at now: Int) {
        if failures.count >= capacity { makeRoom(at: now) }
        var entry = failures[key, default: Failures()]
        // Who was quiet for as long as the longest wait begins anew.
        if now - max(entry.at, entry.until) > policy.longestWait { entry = Failures() }
        entry.count += 1
        entry.at = now
        let doublings = entry.count - policy.freeFailures
        if doublings >= 0 { entry.until = now + min(policy.longestWait, 1 << min(doublings, 12)) }
        failures[key] = entry
    }

    /// It was not a failure, or it is forgiven.
    public mutating func forget(_ key: Key) { failures[key] = nil }

    /// One attempt was no failure; those before it count still, and it makes nobody wait.
    public mutating func excuse(_ key: Key) {
        guard let entry = failures[key] else { return }
        failures[key]?.count = max(0, entry.count - 1)
        failures[key]?.until = min(entry.until, entry.at)
    }

    /// Those that wait are kept first, then those that failed last.
    private mutating func makeRoom(at now: Int) {
        failures = failures.filter { $0.value.until > now }
        guard failures.count >= capacity else { return }
        let kept = failures.sorted { $0.value.until > $1.value.until }.prefix(capacity / 2)
        failures = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
    }
}
