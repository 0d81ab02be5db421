/// A page's size, margins and numbering.
public struct PageSetup: Sendable, Hashable {
    public var size: PageSize
    public var margins: Margins
    public var numbering: PageNumbering

    /// A4 upright with the margins of 36-HD/VPTW and no numbers, where nothing else is said.
    public init(size: PageSize = .a4, margins: Margins = .official, numbering: PageNumbering = .none) {
        self.size = size
        self.margins = margins
        self.numbering = numbering
    }

    /// The width between the margins, in mm.
    public var textWidth: Double { size.width - margins.left - margins.right }

    /// The height between the margins, in mm.
    public var textHeight: Double { size.height - margins.top - margins.bottom }
}

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

/// Whether and how pages are numbered. The first page is 1, whether or not it says so.
public enum PageNumbering: Sendable, Hashable {
    case none
    /// Centred in the top margin, on every page but the document's first; the size in points.
    case fromSecondPage(size: Double)
}
