/// A unit and what is stated of it.
public struct UnitRow: Hashable, Sendable {
    public let unit: Unit

    /// By fact id; flags are 0 or 1.
    public let facts: [String: Int]
}
