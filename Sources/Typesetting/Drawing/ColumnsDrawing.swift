/// Stacks side by side.
struct ColumnsDrawing: Drawing {
    let widths: [Double]
    let stacks: [Stack]

    var height: Double { stacks.map(\.height).max() ?? 0 }

    func draw(on canvas: Canvas, x: Double, y: Double) {
        var left = x
        for (width, stack) in zip(widths, stacks) {
            stack.draw(on: canvas, x: left, y: y)
            left += width
        }
    }
}
