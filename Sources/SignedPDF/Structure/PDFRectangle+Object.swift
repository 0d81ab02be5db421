extension PDFRectangle {
    /// Two opposite corners, in whichever order (ISO 32000-2, 7.9.5); nil for anything else.
    init?(_ value: PDFObject?) {
        let corners = (value?.array ?? []).compactMap(\.number)
        guard corners.count == 4, value?.array?.count == 4, corners.allSatisfy({ $0.magnitude < 1e6 }) else {
            return nil
        }
        self.init(
            x: min(corners[0], corners[2]), y: min(corners[1], corners[3]),
            width: abs(corners[2] - corners[0]), height: abs(corners[3] - corners[1]))
    }

    /// As a PDF writes it: lower left corner, upper right corner.
    var object: PDFObject { .array([x, y, x + width, y + height].map { .decimal($0, places: 3) }) }

    /// The smallest upright rectangle around this one, transformed by a matrix of six numbers (ISO 32000-2, 8.3.3);
    /// nil where `matrix` is something else.
    func transformed(by matrix: PDFObject?) -> PDFRectangle? {
        guard let matrix, matrix != .null else { return self }
        let numbers = (matrix.array ?? []).compactMap(\.number)
        guard numbers.count == 6, numbers.allSatisfy({ $0.magnitude < 1e6 }) else { return nil }
        let corners = [(x, y), (x + width, y), (x, y + height), (x + width, y + height)].map { x, y in
            (numbers[0] * x + numbers[2] * y + numbers[4], numbers[1] * x + numbers[3] * y + numbers[5])
        }
        let (left, bottom) = (corners.map(\.0).min() ?? 0, corners.map(\.1).min() ?? 0)
        let (right, top) = (corners.map(\.0).max() ?? 0, corners.map(\.1).max() ?? 0)
        return PDFRectangle(x: left, y: bottom, width: right - left, height: top - bottom)
    }
}
