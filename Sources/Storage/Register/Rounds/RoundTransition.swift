/// A step in a round's life, with all that it fixes.
public struct RoundTransition: Hashable, Sendable {
    /// What became of it.
    public enum Outcome: Hashable, Sendable {
        case done
        /// The round was in the target state already; nothing was changed, and the first documents stand.
        case repeated
    }

    public let origins: Set<String>
    public let target: String
    public let at: Int

    /// Documents that the step fixes, by name.
    public let documents: [String: [UInt8]]

    /// The protocol's roundID, where the step is the one that fixes it.
    public let roundID: [UInt8]?

    public init(
        from origins: Set<String>, to target: String, at time: Int, documents: [String: [UInt8]] = [:],
        roundID: [UInt8]? = nil
    ) {
        self.origins = origins
        self.target = target
        self.at = time
        self.documents = documents
        self.roundID = roundID
    }
}
