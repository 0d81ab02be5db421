/// A rectangle on a page, in points (1/72 inch) from the lower left corner of the page's coordinates.
public struct PDFRectangle: Sendable, Hashable {
    public var x: Double
    public var y: Double
    public var width: Double
    public var height: Double

    public init(x: Double, y: Double, width: Double, height: Double) {
        (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }

    /// What an invisible signature has.
    public static let empty = PDFRectangle(x: 0, y: 0, width: 0, height: 0)

    public var area: Double { width * height }

    /// Whether nothing can be seen in it, not even a border.
    var isPoint: Bool { width == 0 && height == 0 }

    /// The part that both cover; empty where they do not meet.
    public func intersection(_ other: PDFRectangle) -> PDFRectangle {
        let (left, bottom) = (max(x, other.x), max(y, other.y))
        let (right, top) = (min(x + width, other.x + other.width), min(y + height, other.y + other.height))
        guard right > left, top > bottom else { return .empty }
        return PDFRectangle(x: left, y: bottom, width: right - left, height: top - bottom)
    }

    /// Its corner nearest the origin, in whole millimetres.
    public var inMillimetres: (x: Int, y: Int) { (Int((x * 25.4 / 72).rounded()), Int((y * 25.4 / 72).rounded())) }
}
