import Synchronization

/// Lets the n-th call across storage's seam fail.
final class FaultPlan: Sendable {
    /// What becomes of the call.
    enum Kind: CaseIterable {
        /// It does nothing, and says so.
        case fails
        /// It does what it should, and says that it failed.
        case failsAfterwards
        /// It fails, and so does all that comes after it, until it is over; the service lives on.
        case failsForAWhile
        /// The machine stops before it: nothing after it is done either.
        case dies
        /// The machine stops after it.
        case diesAfterwards

        var isDeath: Bool { self == .dies || self == .diesAfterwards }
    }

    struct Fault: Error {}

    private struct State {
        var countdown: Int?
        var kind = Kind.fails
        var isDead = false
        var isOut = false
        var hasStruck = false
        var calls = 0
    }

    private let state = Mutex(State())

    /// Whether a call failed since it was armed.
    var hasStruck: Bool { state.withLock(\.hasStruck) }
    var isDead: Bool { state.withLock(\.isDead) }

    /// How many calls there were while it was armed and had not struck.
    var calls: Int { state.withLock(\.calls) }

    /// - Parameter call: from 1.
    func arm(_ call: Int, _ kind: Kind) {
        state.withLock { $0 = State(countdown: call, kind: kind) }
    }

    func disarm() {
        state.withLock { state in
            state.countdown = nil
            state.isOut = false
        }
    }

    func around<Value>(_ body: () async throws -> Value) async throws -> Value {
        guard let kind = try next() else { return try await body() }
        if kind == .failsAfterwards || kind == .diesAfterwards { _ = try await body() }
        throw Fault()
    }

    private func next() throws -> Kind? {
        try state.withLock { state in
            guard !state.isDead, !state.isOut else { throw Fault() }
            guard let left = state.countdown else { return nil }
            state.calls += 1
            state.countdown = left > 1 ? left - 1 : nil
            guard left == 1 else { return nil }
            state.hasStruck = true
            state.isDead = state.kind.isDeath
            state.isOut = state.kind == .failsForAWhile
            return state.kind
        }
    }
}
