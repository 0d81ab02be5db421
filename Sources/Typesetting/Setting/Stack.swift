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
