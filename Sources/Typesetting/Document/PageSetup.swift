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
