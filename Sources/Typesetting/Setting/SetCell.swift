/// A cell whose contents are set; x from the table's left edge, all in points.
struct SetCell {
    let row: Int
    let rowSpan: Int
    let tag: String
    let x: Double
    let width: Double
    private let padding: Double
    private let contents: Stack
    private let vertical: VerticalAlignment

    init(_ placed: PlacedCell, x: Double, width: Double, padding: Double, contents: Stack) {
        (row, rowSpan) = (placed.row, placed.cell.rowSpan)
        tag = placed.cell.role == .header ? "TH" : "TD"
        vertical = placed.cell.verticalAlignment
        (self.x, self.width, self.padding, self.contents) = (x, width, padding, contents)
    }

    var contentHeight: Double { contents.height }

    /// Draws the contents into a cell of this height, whose top left corner is given.
    func draw(on canvas: Canvas, x: Double, y: Double, height: Double, verticalPadding: Double) {
        let spare = height - contents.height - 2 * verticalPadding
        let lowered =
            switch vertical {
            case .top: 0.0
            case .middle: spare / 2
            case .bottom: spare
            }
        canvas.tagged(tag) { contents.draw(on: canvas, x: x + padding, y: y + verticalPadding + lowered) }
    }
}
