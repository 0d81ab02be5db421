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
