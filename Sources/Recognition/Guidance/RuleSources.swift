/// What each of a profile's three counting rules rests on.
public struct RuleSources: Hashable, Sendable {
    public let attendance: String
    public let turnout: String
    public let approval: String
}
