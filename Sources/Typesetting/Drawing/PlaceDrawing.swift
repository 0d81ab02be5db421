/// Nothing, but its place is noted.
struct PlaceDrawing: Drawing {
    let name: String
    let width: Double
    let height: Double

    func draw(on canvas: Canvas, x: Double, y: Double) {
        canvas.note(name, x: x, y: y, width: width, height: height)
    }
}
