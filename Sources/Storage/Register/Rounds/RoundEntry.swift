/// A round as the register lists it; what it says is in its documents.
public struct RoundEntry: Hashable, Sendable {
    /// The service's own name of the round, there before its manifest is fixed.
    public let id: String

    /// The protocol's roundID (32 bytes), once frozen.
    public let roundID: [UInt8]?
    public let kind: String
    public let state: String
    public let title: String
    public let year: Int
    public let createdAt: Int

    public init(
        id: String, roundID: [UInt8]? = nil, kind: String, state: String, title: String, year: Int, createdAt: Int
    ) {
        self.id = id
        self.roundID = roundID
        self.kind = kind
        self.state = state
        self.title = title
        self.year = year
        self.createdAt = createdAt
    }
}
