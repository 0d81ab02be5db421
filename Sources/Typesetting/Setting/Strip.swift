/// The least that may stand alone on a page: a line, a row, a drawing, or empty space.
struct Strip {
    enum Content {
        /// Left out at the top of a page.
        case space
        case line(SetParagraph, index: Int)
        case drawing(any Drawing)
        /// A row, or a table's whole header; whether the table begins or ends with it.
        case row(any Drawing, isFirst: Bool, isLast: Bool)
    }

    let content: Content

    /// In points.
    let height: Double

    /// Whether a page may end here.
    var allowsBreakAfter = true

    /// What is repeated where a page begins with this strip.
    var runningHeader: (any Drawing)?

    static func space(_ height: Double) -> Strip { Strip(content: .space, height: height, allowsBreakAfter: false) }

    static func drawing(_ drawing: any Drawing) -> Strip { Strip(content: .drawing(drawing), height: drawing.height) }

    var isSpace: Bool { if case .space = content { true } else { false } }
}
