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
