/// What a register says of the decisions in a file.
public enum RegisterKnowledge: Hashable, Sendable {
    /// There is none at hand, or it did not answer.
    case notConsulted

    /// Those of them that it knows.
    case consulted([RegisteredDecision])
}
