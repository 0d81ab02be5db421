/// Something of a fixed height, in points, that a page may not end within.
protocol Drawing {
    var height: Double { get }

    /// Draws with the top left corner given, in points from the page's top left.
    func draw(on canvas: Canvas, x: Double, y: Double)
}

extension Alignment {
    /// How far from the left something stands that has `spare` room.
    func offset(_ spare: Double) -> Double {
        switch self {
        case .leading, .justified: 0
        case .centre: spare / 2
        case .trailing: spare
        }
    }
}

/// Nothing, but its place is noted.
struct PlaceDrawing: Drawing {
    let name: String
    let width: Double
    let height: Double

    func draw(on canvas: Canvas, x: Double, y: Double) {
        canvas.note(name, x: x, y: y, width: width, height: height)
    }
}

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

/// What has been drawn and read out before, such as a table's header on its second page.
struct RepeatedDrawing: Drawing {
    let drawing: any Drawing

    var height: Double { drawing.height }

    func draw(on canvas: Canvas, x: Double, y: Double) {
        canvas.untagged { drawing.draw(on: canvas, x: x, y: y) }
    }
}
