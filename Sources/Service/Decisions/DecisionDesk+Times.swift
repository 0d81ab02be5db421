import Storage

/// What is recorded of decisions never goes backward: not behind the round that they follow from, nor behind the paper
/// that they are put to or end.
extension DecisionDesk {
    /// Now, and no earlier than what went before.
    /// - Parameter moments: in seconds since 1970.
    /// - Throws: `Problem.clockBehind` where more than a running clock's correction lies between. Nobody can
    ///   acknowledge it as with a round's steps: nothing is lost by waiting, and a signature of a time that has not
    ///   come is not trusted.
    func time(after moments: Int...) throws(Problem) -> Int {
        let (clock, last) = (tools.clock, moments.max() ?? 0)
        guard !clock.isBehind(last) else { throw Problem(.clockBehind) }
        return max(clock.now, last)
    }

    /// When a round's last step was taken.
    func lastStep(of round: String) async throws -> Int { try await office.desk(round).lastStep() }
}
