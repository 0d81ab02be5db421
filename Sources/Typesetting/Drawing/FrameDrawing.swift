/// A border and the stack within.
struct FrameDrawing: Drawing {
    private let frame: Frame
    private let width: Double
    private let inside: Stack
    private let padding: Double

    init(_ frame: Frame, width: Double, inside: Stack) {
        (self.frame, self.width, self.inside) = (frame, width, inside)
        padding = frame.padding.pointsFromMillimetres
    }

    var height: Double { max(inside.height + 2 * padding, frame.minimumHeight.pointsFromMillimetres) }

    func draw(on canvas: Canvas, x: Double, y: Double) {
        canvas.rectangles(
            [(x: x, y: y, width: width, height: height)], thickness: frame.thickness, style: frame.style)
        inside.draw(on: canvas, x: x + padding, y: y + padding)
    }
}

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
