/// What has been drawn and read out before, such as a table's header on its second page.
struct RepeatedDrawing: Drawing {
    let drawing: any Drawing

    var height: Double { drawing.height }

    func draw(on canvas: Canvas, x: Double, y: Double) {
        canvas.untagged { drawing.draw(on: canvas, x: x, y: y) }
    }
}
