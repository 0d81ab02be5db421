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

/// A strip, and where its top left corner is on the page, in points from the top left.
struct PlacedStrip {
    let strip: Strip
    let x: Double
    let y: Double

    /// The paragraph that a line belongs to.
    var paragraph: SetParagraph? {
        guard case .line(let paragraph, _) = strip.content else { return nil }
        return paragraph
    }

    func moved(x: Double, y: Double) -> PlacedStrip { PlacedStrip(strip: strip, x: self.x + x, y: self.y + y) }
}

/// Strips one below the other that stay together: the inside of a column, a frame or a cell.
struct Stack: Drawing {
    private let placed: [PlacedStrip]
    let height: Double

    init(_ strips: [Strip]) {
        var (placed, y): ([PlacedStrip], Double) = ([], 0)
        for strip in strips {
            placed.append(PlacedStrip(strip: strip, x: 0, y: y))
            y += strip.height
        }
        (self.placed, height) = (placed, y)
    }

    func draw(on canvas: Canvas, x: Double, y: Double) {
        canvas.paint(placed.map { $0.moved(x: x, y: y) })
    }
}
