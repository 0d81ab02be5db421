import StrictEncoding
import Synchronization

/// One watcher's view of a round: what is new since the last look.
struct RoundNews {
    let desk: RoundDesk
    let rounds: PublicRounds

    private var seen: RoundPulse?
    private var sent: JSONValue?

    init(desk: RoundDesk, rounds: PublicRounds) { (self.desk, self.rounds) = (desk, rounds) }

    /// An event with the round's status; nil where it is as it was.
    mutating func next() async throws -> [UInt8]? {
        let pulse = desk.pulse
        guard pulse != seen else { return nil }
        let status = try await rounds.status(of: desk)
        seen = pulse
        guard status != sent else { return nil }
        sent = status
        return Array("data: ".utf8) + status.encoded() + Array("\n\n".utf8)
    }
}

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
