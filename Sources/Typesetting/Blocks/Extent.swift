/// A width: fixed, or a share of what the fixed ones leave.
public enum Extent: Sendable, Hashable {
    case mm(Double)

    /// Among columns, weighed against the other shares; for a rule, a fraction of the whole from 0 to 1.
    case share(Double)
}
