/// When a round came into a state.
public struct RoundStep: Hashable, Sendable {
    public let state: String
    public let at: Int

    public init(state: String, at: Int) {
        self.state = state
        self.at = at
    }
}
