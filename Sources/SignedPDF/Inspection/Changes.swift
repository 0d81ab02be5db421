/// What was appended to a file after a signature.
public enum Changes: Sendable, Hashable {
    case none
    /// Only what a later signature needs, in the order in which it came.
    case permitted([PermittedChange])
    /// Anything else: the signed text may no longer be what is seen.
    case forbidden([ForbiddenChange])

    public var arePermitted: Bool {
        if case .forbidden = self { false } else { true }
    }
}
