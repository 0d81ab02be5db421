/// Rows of a table that stay together: one, or the whole header.
struct RowsDrawing: Drawing {
    private static let thickness = 0.5
    private let cells: [SetCell]
    private let ruled: Bool
    private let verticalPadding: Double

    /// Where the rows begin, and where the last ends; points from the top.
    private let edges: [Double]

    init(cells: [SetCell], minimumHeights: [Double], verticalPadding: Double, ruled: Bool) {
        (self.cells, self.verticalPadding, self.ruled) = (cells, verticalPadding, ruled)
        var heights = minimumHeights
        // The narrowest spans first: what a wider one lacks then goes to its last row.
        for cell in cells.sorted(by: { $0.rowSpan < $1.rowSpan }) {
            let last = cell.row + cell.rowSpan - 1
            let above = heights[cell.row..<last].reduce(0, +)
            heights[last] = max(heights[last], cell.contentHeight + 2 * verticalPadding - above)
        }
        edges = heights.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    }

    var height: Double { edges[edges.count - 1] }

    func draw(on canvas: Canvas, x: Double, y: Double) {
        for row in 0..<edges.count - 1 {
            canvas.tagged("TR") {
                for cell in cells where cell.row == row { draw(cell, on: canvas, x: x, y: y) }
            }
        }
        guard ruled else { return }
        let borders = cells.map {
            (x: x + $0.x, y: y + edges[$0.row], width: $0.width, height: height(of: $0))
        }
        canvas.rectangles(borders, thickness: RowsDrawing.thickness)
    }

    private func draw(_ cell: SetCell, on canvas: Canvas, x: Double, y: Double) {
        cell.draw(
            on: canvas, x: x + cell.x, y: y + edges[cell.row], height: height(of: cell),
            verticalPadding: verticalPadding)
    }

    private func height(of cell: SetCell) -> Double { edges[cell.row + cell.rowSpan] - edges[cell.row] }
}
