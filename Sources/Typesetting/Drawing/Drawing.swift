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
