import CPango

/// The pages of one PDF being drawn. Points, from the page's top left corner down.
///
/// Cairo keeps the first error of a surface to itself until asked: `finish` asks.
final class Canvas {
    private let surface: PDFSurface
    private var isTagging: Bool
    private var pageHeight = 0.0
    private(set) var pageCount = 0
    private(set) var places: [String: Place] = [:]
    private var failure: TypesettingError?

    init(_ surface: PDFSurface, tagged: Bool) {
        self.surface = surface
        isTagging = tagged
    }

    /// Shows the page before, and begins the next.
    ///
    /// Cairo forgets what is done between showing a page and sizing the next, or after the last is shown: the tag of
    /// the whole document begins after the one and ends before the other.
    func beginPage(width: Double, height: Double) {
        if pageCount > 0 { surface.showPage() }
        surface.resize(width: width, height: height)
        pageHeight = height
        pageCount += 1
        if pageCount == 1 { begin("Document") }
    }

    /// - Throws: `TypesettingError.library` where anything went wrong since the beginning, `.repeatedPlace`.
    func finish() throws(TypesettingError) -> [UInt8] {
        end("Document")
        surface.showPage()
        if let failure { throw failure }
        return try surface.finish()
    }

    func note(_ name: String, x: Double, y: Double, width: Double, height: Double) {
        if places[name] != nil { failure = .repeatedPlace(name) }
        places[name] = Place(page: pageCount - 1, x: x, y: pageHeight - y - height, width: width, height: height)
    }

    func show(_ line: UnsafeMutablePointer<PangoLayoutLine>, x: Double, baseline: Double) {
        unsafe cairo_move_to(surface.context, x, baseline)
        unsafe pango_cairo_show_layout_line(surface.context, line)
    }
}

extension Canvas {
    func tagged(_ tag: String, _ body: () -> Void) {
        begin(tag)
        body()
        end(tag)
    }

    /// For what is repeated or ornamental: no one listening wants to hear it again.
    func untagged(_ body: () -> Void) {
        let before = isTagging
        isTagging = false
        body()
        isTagging = before
    }

    func begin(_ tag: String) { if isTagging { unsafe cairo_tag_begin(surface.context, tag, nil) } }
    func end(_ tag: String) { if isTagging { unsafe cairo_tag_end(surface.context, tag) } }
}

extension Canvas {
    typealias Rectangle = (x: Double, y: Double, width: Double, height: Double)

    func line(x: Double, y: Double, width: Double, thickness: Double, style: LineStyle = .solid) {
        unsafe cairo_move_to(surface.context, x, y)
        unsafe cairo_line_to(surface.context, x + width, y)
        stroke(thickness, style)
    }

    /// Outlines; their lines run along the edges' middle.
    func rectangles(_ rectangles: [Rectangle], thickness: Double, style: LineStyle = .solid) {
        rectangles.forEach(trace)
        stroke(thickness, style)
    }

    func fill(_ rectangles: [Rectangle]) {
        rectangles.forEach(trace)
        unsafe cairo_fill(surface.context)
    }

    /// The set cells of a square grid, as a mask of one pixel a cell with sharp edges: a path of them takes ten times as
    /// long to write.
    func fill(_ cells: [Bool], perRow count: Int, x: Double, y: Double, width: Double) {
        let mask = unsafe cairo_image_surface_create(CAIRO_FORMAT_A1, CInt(count), CInt(count))
        defer { unsafe cairo_surface_destroy(mask) }
        unsafe Self.set(cells, perRow: count, in: mask)
        let pattern = unsafe cairo_pattern_create_for_surface(mask)
        defer { unsafe cairo_pattern_destroy(pattern) }
        unsafe cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST)
        unsafe cairo_save(surface.context)
        unsafe cairo_translate(surface.context, x, y)
        unsafe cairo_scale(surface.context, width / Double(count), width / Double(count))
        unsafe cairo_mask(surface.context, pattern)
        unsafe cairo_restore(surface.context)
    }

    /// Cairo packs these pixels into the words of the machine; on those of our kind the first is the lowest bit.
    private static func set(_ cells: [Bool], perRow count: Int, in mask: OpaquePointer?) {
        guard let bytes = unsafe cairo_image_surface_get_data(mask) else { return }
        let stride = unsafe Int(cairo_image_surface_get_stride(mask))
        for place in cells.indices where cells[place] {
            let (row, column) = (place / count, place % count)
            unsafe bytes[row * stride + column / 8] |= 1 << UInt8(column % 8)
        }
        unsafe cairo_surface_mark_dirty(mask)
    }

    func setColour(red: Double, green: Double, blue: Double) {
        unsafe cairo_set_source_rgb(surface.context, red, green, blue)
    }

    private func trace(_ rectangle: Rectangle) {
        unsafe cairo_rectangle(surface.context, rectangle.x, rectangle.y, rectangle.width, rectangle.height)
    }

    private func stroke(_ thickness: Double, _ style: LineStyle) {
        unsafe cairo_set_dash(surface.context, [3, 3], style == .dashed ? 2 : 0, 0)
        unsafe cairo_set_line_width(surface.context, thickness)
        unsafe cairo_stroke(surface.context)
    }
}
