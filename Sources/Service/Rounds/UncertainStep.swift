import SecretBallot

/// A step of which it is not known whether it was taken: the register failed to answer that, too.
struct UncertainStep: Error, CustomStringConvertible {
    let target: RoundState

    var description: String {
        "it is not known whether the step to \(target.rawValue) was taken: look again, and repeat it"
    }
}

extension Problem {
    /// - Parameters:
    ///   - now: what the clock shows, in seconds since 1970.
    ///   - last: when the round's last step was taken.
    static func clockBehind(now: Int, last: Int) -> Problem {
        Problem(.clockBehind, "the clock shows \(now), the round's last step was taken at \(last)")
    }
}
