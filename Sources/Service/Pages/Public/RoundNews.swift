import StrictEncoding

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
