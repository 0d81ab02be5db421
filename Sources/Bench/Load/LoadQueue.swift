import NIOCore
import Synchronization

/// The requests that are still to be sent, and the answers so far; shared by all connections of a load.
final class LoadQueue: Sendable {
    private struct State {
        var next = 0
        var answered = 0
        var answers: [ByteBuffer]
    }

    private let requests: [ByteBuffer]
    private let state: Mutex<State>
    private let done: EventLoopPromise<Void>

    init(_ requests: [ByteBuffer], on loop: any EventLoop) {
        self.requests = requests
        state = Mutex(State(answers: Array(repeating: ByteBuffer(), count: requests.count)))
        done = loop.makePromise()
        if requests.isEmpty { done.succeed() }
    }

    /// - Returns: nil once all are on their way.
    func next() -> (number: Int, request: ByteBuffer)? {
        let number = state.withLock { state in
            defer { state.next += 1 }
            return state.next
        }
        return number < requests.count ? (number, requests[number]) : nil
    }

    func take(_ answer: ByteBuffer, to number: Int) {
        let isLast = state.withLock { state in
            state.answers[number] = answer
            state.answered += 1
            return state.answered == requests.count
        }
        if isLast { done.succeed() }
    }

    func fail(_ error: any Error) { done.fail(error) }

    /// The answers' bodies, in the requests' order.
    /// - Throws: what `fail(_:)` was told.
    func answers() async throws -> [ByteBuffer] {
        try await done.futureResult.get()
        return state.withLock(\.answers)
    }
}
