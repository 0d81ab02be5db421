public import StrictEncoding

/// Why a decision cannot be drafted.
public enum DecisionRefusal: Error, Hashable, Sendable {
    /// The round has no such unit.
    case unknownUnit(String)

    /// The ballot was of the other kind.
    case wrongKind(RoundKind)

    /// The unit did not pass.
    case notPassed([OutcomeFailure])

    /// Another authority decides on such units.
    case notCompetent(BilingualText)

    /// The profile is not the one the round was held under.
    case otherGuidance

    /// A recognition is annulled by the authority that gave it.
    case otherAuthority

    /// An annulment cannot be dated before the decision that it annuls.
    case beforeDecision

    /// The year, the reason or the digest is not one that a statement can hold.
    case malformed(MalformedInput)
}
