/// What a signature allows to be done after it (DocMDP, ISO 32000-2, table 257).
public enum DocumentPermission: Int, Sendable, Hashable {
    case nothing = 1
    /// And signatures, which are all of it that is accepted here.
    case formFilling = 2
    /// Not accepted here beyond signatures either.
    case annotating = 3
}
