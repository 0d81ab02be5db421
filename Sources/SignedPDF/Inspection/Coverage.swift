/// How much of a file a signature covers.
public enum Coverage: Sendable, Hashable {
    /// All but the signature itself.
    case wholeFile
    /// The file as it was up to the byte `end`; what came later is told by `Changes`.
    case revision(end: Int)
    case broken(CoverageFlaw)
}
