/// A horizontal line.
public struct Rule: Sendable, Hashable {
    /// In mm, or a share of the width there is.
    public var width: Extent

    /// In points.
    public var thickness: Double

    public var alignment: Alignment

    /// Dashed where it is to be cut along.
    public var style: LineStyle

    public init(
        width: Extent = .share(1), thickness: Double = 0.75, alignment: Alignment = .centre, style: LineStyle = .solid
    ) {
        self.width = width
        self.thickness = thickness
        self.alignment = alignment
        self.style = style
    }
}

/// How a line is drawn.
public enum LineStyle: Sendable, Hashable {
    case solid
    case dashed
}
