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

/// What a decision does to one unit of a round; unique before it is written.
public struct DecisionClaim: Hashable, Sendable {
    public enum Kind: String, Sendable {
        case recognition
        case annulment
    }

    public let unit: String

    /// The digest of the recognition that it annuls; nil where it recognises.
    public let annuls: [UInt8]?

    public var kind: Kind { annuls == nil ? .recognition : .annulment }

    public init(unit: String, annuls: [UInt8]? = nil) { (self.unit, self.annuls) = (unit, annuls) }
}

/// A decision's statement about one unit.
public struct KeptStatement: Hashable, Sendable {
    /// What the decision is known by: SHA-256 of `bytes`.
    public let digest: [UInt8]

    /// The exact bytes that are signed.
    public let bytes: [UInt8]

    public init(digest: [UInt8], bytes: [UInt8]) { (self.digest, self.bytes) = (digest, bytes) }
}
