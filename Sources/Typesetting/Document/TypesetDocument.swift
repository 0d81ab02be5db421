/// A finished PDF, and where in it the reserved places are.
public struct TypesetDocument: Sendable, Hashable {
    public let pdf: [UInt8]
    public let pageCount: Int

    /// By the name that the block `.place` gave.
    public let places: [String: Place]
}

/// A rectangle of a page, in the PDF's own measure: points, from the page's bottom left corner.
public struct Place: Sendable, Hashable {
    /// From 0.
    public let page: Int
    public let x: Double
    public let y: Double
    public let width: Double
    public let height: Double
}
