import Synchronization

/// A clock that stands until it is moved.
final class TestTime: Sendable {
    private let seconds: Mutex<Int>

    init(_ start: Int = 1_797_900_000) { seconds = Mutex(start) }

    var now: Int { seconds.withLock { $0 } }

    func advance(by count: Int) { seconds.withLock { $0 += count } }
}
