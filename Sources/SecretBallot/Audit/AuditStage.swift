/// How far a round has come, and so how far it can be audited.
public enum AuditStage: Int, Sendable, Comparable {
    /// The boxes are sealed: what a board member's device checks before it releases its share.
    case sealed

    /// The boxes are open: what the count rests on.
    case opened

    /// Tally and outcomes are published: the whole record.
    case certified

    public static func < (one: AuditStage, other: AuditStage) -> Bool { one.rawValue < other.rawValue }
}
