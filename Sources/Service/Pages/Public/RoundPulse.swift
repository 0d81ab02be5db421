import Synchronization

/// What may change about a round from one second to the next, as memory knows it: who watches compares this, and asks
/// the register only where it differs.
struct RoundPulse: Hashable, Sendable {
    let stepsTaken: Int

    /// nil where the round is not live; then only a step changes anything.
    let turnout: Turnout?
}

extension RoundDesk {
    var pulse: RoundPulse {
        let (stepsTaken, live) = held.withLock { ($0.stepsTaken, $0.live) }
        return RoundPulse(stepsTaken: stepsTaken, turnout: live?.turnout)
    }
}
