/// An empty square, drawn, not a character of any font.
public struct Box: Sendable, Hashable {
    /// The side in mm.
    public var side: Double
    public var alignment: Alignment

    public init(side: Double = 5, alignment: Alignment = .centre) {
        self.side = side
        self.alignment = alignment
    }
}

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

/// A QR code (ISO/IEC 18004), drawn as vectors in black on white.
public struct QRCode: Sendable, Hashable {
    public var text: String

    /// The side in mm, with the four modules of quiet zone round the symbol.
    public var side: Double

    public var alignment: Alignment

    public init(text: String, side: Double, alignment: Alignment = .leading) {
        self.text = text
        self.side = side
        self.alignment = alignment
    }
}

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
