import CPango

/// A signature's visible mark; in points.
struct Mark {
    /// Between border and text.
    private static let padding = 3.0

    let width: Double
    let height: Double
    let border: MarkBorder?
    let composer: Composer

    func print(_ paragraphs: [Paragraph]) throws -> [UInt8] {
        let text = try fitting(paragraphs)
        let surface = try PDFSurface(width: width, height: height)
        // Cairo would put the present time.
        surface.setMetadata(CAIRO_PDF_METADATA_CREATE_DATE, CreationTime(secondsSince1970: 0).text)
        let canvas = Canvas(surface, tagged: false)
        canvas.beginPage(width: width, height: height)
        if let border { draw(border, on: canvas) }
        canvas.setColour(red: border?.red ?? 0, green: border?.green ?? 0, blue: border?.blue ?? 0)
        text.draw(on: canvas, x: Mark.padding, y: (height - text.height) / 2)
        return try canvas.finish()
    }

    /// Nine tenths of the size at a time: lines break anew at each, so that no formula tells the right one.
    private func fitting(_ paragraphs: [Paragraph]) throws -> Stack {
        var scale = 1.0
        while scale >= 0.1 {
            let blocks = paragraphs.map { Block.paragraph($0.scaled(by: scale)) }
            let stack = try composer.stack(blocks, width: width - 2 * Mark.padding)
            if stack.height <= height - 2 * Mark.padding { return stack }
            scale *= 0.9
        }
        throw TypesettingError.tooTall(
            what: "a signature's mark, at a tenth of its size,", height: (height + 1).millimetresFromPoints,
            available: height.millimetresFromPoints)
    }

    private func draw(_ border: MarkBorder, on canvas: Canvas) {
        canvas.setColour(red: border.red, green: border.green, blue: border.blue)
        let (half, both) = (border.thickness / 2, border.thickness)
        canvas.rectangles([(x: half, y: half, width: width - both, height: height - both)], thickness: both)
    }
}

extension Paragraph {
    fileprivate func scaled(by scale: Double) -> Paragraph {
        var scaled = self
        scaled.spaceBefore *= scale
        scaled.spaceAfter *= scale
        scaled.firstLineIndent *= scale
        for index in scaled.runs.indices { scaled.runs[index].size *= scale }
        return scaled
    }
}
