/// What a register says of a decision: looked up by the digest of its statement, or by its number.
public enum RegisterKnowledge: Hashable, Sendable {
    /// There is none at hand, or it did not answer.
    case notConsulted

    case notKnown
    case known(RegisteredDecision)

    /// What it knows, if that is about these very bytes.
    func decision(of digest: [UInt8]) -> RegisteredDecision? {
        guard case .known(let decision) = self, decision.digest == digest else { return nil }
        return decision
    }
}
