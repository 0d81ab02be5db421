/// A guidance document as data: criteria, preconditions, rules, forms and authorities, each figure with its source.
///
/// A province adds its own without code; see `Profiles/` for four of them.
public struct GuidanceProfile: Hashable, Sendable {
    public static let format = "phieukin-guidance/1"

    /// The most bytes that a profile may have.
    public static let maximumSize = 256 * 1024

    /// "lai-chau-05-hd-tu"
    public let id: String
    public let title: BilingualText
    public let document: GuidanceDocument
    public let criteria: [Sourced<Criterion>]
    public let rules: BallotRules
    public let ruleSources: RuleSources
    public let grants: [Grant]
    public let facts: [Fact]
    public let preconditions: [Precondition]

    /// The exact bytes that were read: their SHA-256 goes into manifests and decisions.
    public let bytes: [UInt8]
}
