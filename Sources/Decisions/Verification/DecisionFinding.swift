/// What is known of the decision about one unit.
public struct DecisionFinding: Hashable, Sendable {
    /// SHA-256 of the statement's bytes.
    public let digest: [UInt8]
    public let recorded: Answer
    public let inForce: Answer

    /// What ended it, if anything is known to have.
    public let annulment: Annulment?
}
