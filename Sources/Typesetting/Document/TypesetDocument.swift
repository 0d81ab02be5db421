/// A finished PDF, and where in it the reserved places are.
public struct TypesetDocument: Sendable, Hashable {
    public let pdf: [UInt8]
    public let pageCount: Int

    /// By the name that the block `.place` gave.
    public let places: [String: Place]
}
