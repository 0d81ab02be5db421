import Synchronization

/// What may change about a round from one second to the next, as memory knows it: who watches compares this, and asks
/// the register only where it differs.
struct RoundPulse: Hashable, Sendable {
    let stepsTaken: Int

    /// nil where the round is not live; then only a step changes it.
    let turnout: Turnout?

    /// nil as long as nobody has said since the start that they found their slips.
    let found: Int?
}

extension RoundDesk {
    var pulse: RoundPulse {
        let (stepsTaken, live, found) = held.withLock { ($0.stepsTaken, $0.live, $0.found) }
        return RoundPulse(stepsTaken: stepsTaken, turnout: live?.turnout, found: found)
    }
}
