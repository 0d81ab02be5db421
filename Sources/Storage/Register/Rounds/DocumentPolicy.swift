/// Whether a document may be written again.
public enum DocumentPolicy: Hashable, Sendable {
    /// The first bytes stand; the same again are accepted, others refused.
    case once
    case replaceable
}
