/// A border round blocks, as of a card to be cut out.
public struct Frame: Sendable, Hashable {
    public var style: LineStyle

    /// In points.
    public var thickness: Double

    /// Between border and contents, in mm.
    public var padding: Double

    /// The least height over all, in mm, so that cards of unequal text are equal.
    public var minimumHeight: Double

    public init(
        style: LineStyle = .solid, thickness: Double = 0.75, padding: Double = 3, minimumHeight: Double = 0
    ) {
        self.style = style
        self.thickness = thickness
        self.padding = padding
        self.minimumHeight = minimumHeight
    }
}
