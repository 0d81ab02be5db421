import Synchronization

/// Who may use a lane's threads: so many at once, others in the order in which they came, and no more than there are
/// seats for.
final class LaneTurns: Sendable {
    struct Load: Sendable {
        /// Under way or waiting.
        var jobs = 0

        /// Since the start.
        var refusals = 0
    }

    private typealias Turn = CheckedContinuation<Void, any Error>

    private struct State {
        var load = Load()
        var free: Int
        var waiting: [(ticket: Int, turn: Turn)] = []
        var nextTicket = 0
        var isClosed = false
    }

    private let plan: LanePlan
    private let state: Mutex<State>

    init(_ plan: LanePlan) {
        self.plan = plan
        state = Mutex(State(free: plan.width))
    }

    var load: Load { state.withLock(\.load) }

    private var refusal: Problem {
        Problem(.overloaded, "too much of this is under way", retryAfter: max(1, min(plan.patience, 10)))
    }

    // MARK: - Seats

    /// - Throws: `Problem.overloaded` where every seat is taken, `.unavailable` where the service stops.
    func sit() throws(Problem) {
        let problem: Problem? = state.withLock { state in
            guard !state.isClosed else { return Problem(.unavailable) }
            guard state.load.jobs < plan.width + plan.queue else {
                state.load.refusals += 1
                return refusal
            }
            state.load.jobs += 1
            return nil
        }
        if let problem { throw problem }
    }

    func stand() { state.withLock { $0.load.jobs -= 1 } }

    // MARK: - Turns

    /// Returns when a thread is free.
    /// - Parameter patience: seconds; for ever where nil.
    /// - Throws: `Problem.overloaded` where that takes too long, `.unavailable` where the service stops.
    func take(within patience: Int?) async throws {
        let ticket = state.withLock { state in
            state.nextTicket += 1
            return state.nextTicket
        }
        let timer = Mutex<Task<Void, Never>?>(nil)
        try await withCheckedThrowingContinuation { (turn: Turn) in
            guard queue(turn, ticket), let patience else { return }
            let waiting = Task {
                guard (try? await Task.sleep(for: .seconds(patience))) != nil else { return }
                self.giveUp(ticket)
            }
            timer.withLock { $0 = waiting }
        }
        timer.withLock { $0?.cancel() }
    }

    /// - Returns: whether it has to wait.
    private func queue(_ turn: Turn, _ ticket: Int) -> Bool {
        let result: Result<Void, Problem>? = state.withLock { state in
            if state.isClosed { return .failure(Problem(.unavailable)) }
            if state.free > 0 {
                state.free -= 1
                return .success(())
            }
            state.waiting.append((ticket, turn))
            return nil
        }
        if let result { turn.resume(with: result) }
        return result == nil
    }

    private func giveUp(_ ticket: Int) {
        let turn: Turn? = state.withLock { state in
            guard let place = state.waiting.firstIndex(where: { $0.ticket == ticket }) else { return nil }
            state.load.refusals += 1
            return state.waiting.remove(at: place).turn
        }
        turn?.resume(throwing: refusal)
    }

    /// Gives the thread to whoever waits longest.
    func pass() {
        let next: Turn? = state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.free += 1
                return nil
            }
            return state.waiting.removeFirst().turn
        }
        next?.resume()
    }

    func close() {
        let waiting = state.withLock { state in
            state.isClosed = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for (_, turn) in waiting { turn.resume(throwing: Problem(.unavailable)) }
    }
}
