import StrictEncoding
import Synchronization

/// How far the making of the token keys has come; it takes a minute for 240 contests.
final class FreezeProgress: Sendable {
    private struct Count {
        var done = 0
        var failure: ProblemCode?
    }

    let total: Int
    private let count = Mutex(Count())

    init(total: Int) { self.total = total }

    /// Of a round that was frozen before this process began.
    init(finished total: Int) {
        self.total = total
        count.withLock { $0.done = total }
    }

    func advance() { count.withLock { $0.done += 1 } }
    func fail(_ code: ProblemCode) { count.withLock { $0.failure = code } }

    var isFailed: Bool { count.withLock { $0.failure != nil } }

    var json: JSONValue {
        let (done, failure) = count.withLock { ($0.done, $0.failure) }
        let value: JSONValue = ["done": .integer(done), "total": .integer(total)]
        return value.adding("failed", failure.map { ["code": .string($0.rawValue)] })
    }
}
