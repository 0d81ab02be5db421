/// A page's width and height, in mm.
public struct PageSize: Sendable, Hashable {
    public var width: Double
    public var height: Double

    public init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    /// ISO 216 A4, upright.
    public static let a4 = PageSize(width: 210, height: 297)

    /// ISO 216 A4, lying.
    public static let a4Landscape = PageSize(width: 297, height: 210)
}
