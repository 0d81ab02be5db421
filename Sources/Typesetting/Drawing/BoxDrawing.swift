/// A square to be marked.
struct BoxDrawing: Drawing {
    private static let thickness = 0.9
    private let offset: Double
    let height: Double

    init(_ box: Box, width: Double) {
        height = box.side.pointsFromMillimetres
        offset = box.alignment.offset(width - height)
    }

    func draw(on canvas: Canvas, x: Double, y: Double) {
        let (half, side) = (BoxDrawing.thickness / 2, height - BoxDrawing.thickness)
        canvas.rectangles(
            [(x: x + offset + half, y: y + half, width: side, height: side)], thickness: BoxDrawing.thickness)
    }
}
