/// The room left within a cell's edges, in mm.
public struct CellPadding: Sendable, Hashable {
    public var horizontal: Double
    public var vertical: Double

    public init(horizontal: Double = 1.5, vertical: Double = 1) {
        self.horizontal = horizontal
        self.vertical = vertical
    }
}
