/// A rectangle of a page, in the PDF's own measure: points, from the page's bottom left corner.
public struct Place: Sendable, Hashable {
    /// From 0.
    public let page: Int
    public let x: Double
    public let y: Double
    public let width: Double
    public let height: Double
}
