/// The unprinted borders of a page, in mm.
public struct Margins: Sendable, Hashable {
    public var top: Double
    public var bottom: Double
    public var left: Double
    public var right: Double

    public init(top: Double, bottom: Double, left: Double, right: Double) {
        self.top = top
        self.bottom = bottom
        self.left = left
        self.right = right
    }

    /// Those of Party documents (36-HD/VPTW): 20 mm above and below, 30 left, 15 right.
    public static let official = Margins(top: 20, bottom: 20, left: 30, right: 15)
}
