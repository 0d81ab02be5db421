import Foundation
import Synchronization

/// A clock that is moved by hand: from where it stands, or from the present.
final class TestTime: Sendable {
    private let moved = Mutex(0)
    private let start: @Sendable () -> Int

    /// Stands still.
    init(_ start: Int = 1_797_900_000) { self.start = { start } }

    private init(running start: @escaping @Sendable () -> Int) { self.start = start }

    /// Runs as the machine's own clock does, for what talks to others who have theirs.
    static var present: TestTime { TestTime(running: { Int(Date().timeIntervalSince1970) }) }

    var now: Int { start() + moved.withLock { $0 } }

    func advance(by count: Int) { moved.withLock { $0 += count } }
}
