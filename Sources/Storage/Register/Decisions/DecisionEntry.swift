/// A decision about one unit, and the paper that it stands on.
public struct DecisionEntry: Hashable, Sendable {
    public let claim: DecisionClaim
    public let statement: KeptStatement
    public let paper: NumberedPaper

    public var digest: [UInt8] { statement.digest }
    public var kind: DecisionClaim.Kind { claim.kind }

    /// When it was issued, in seconds since 1970.
    public var issuedAt: Int { paper.since }
}
