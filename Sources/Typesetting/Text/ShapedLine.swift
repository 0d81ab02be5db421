import CPango

/// The measures of one line, in points.
struct ShapedLine {
    /// From the text's left edge, as alignment and indent have it.
    let x: Double
    let width: Double

    /// From the line's top down to the baseline.
    let ascent: Double
    let height: Double

    /// Every line of a layout, from the top.
    static func all(of layout: OpaquePointer) -> [ShapedLine] {
        var lines: [ShapedLine] = []
        let iterator = unsafe pango_layout_get_iter(layout)
        defer { unsafe pango_layout_iter_free(iterator) }
        repeat {
            var logical = PangoRectangle()
            unsafe pango_layout_iter_get_line_extents(iterator, nil, &logical)
            let baseline = unsafe pango_layout_iter_get_baseline(iterator)
            lines.append(ShapedLine(logical, baseline: baseline))
        } while unsafe pango_layout_iter_next_line(iterator) != 0
        return lines
    }

    /// The characters that no installed font has.
    static func unknown(in layout: OpaquePointer) -> Set<UInt32> {
        var unknown: Set<UInt32> = []
        let iterator = unsafe pango_layout_get_iter(layout)
        defer { unsafe pango_layout_iter_free(iterator) }
        repeat {
            guard let run = unsafe pango_layout_iter_get_run_readonly(iterator) else { continue }
            guard let glyphs = unsafe run.pointee.glyphs else { continue }
            unsafe unknown.formUnion(self.unknown(in: glyphs.pointee))
        } while unsafe pango_layout_iter_next_run(iterator) != 0
        return unknown
    }

    /// In the place of a glyph that is wanting, Pango puts the character and a flag.
    private static func unknown(in glyphs: PangoGlyphString) -> [UInt32] {
        let flag = UInt32(PANGO_GLYPH_UNKNOWN_FLAG)
        return unsafe UnsafeBufferPointer(start: glyphs.glyphs, count: Int(glyphs.num_glyphs)).map(\.glyph)
            .filter { $0 & flag != 0 && $0 != PANGO_GLYPH_EMPTY }.map { $0 & ~flag }
    }

    private init(_ logical: PangoRectangle, baseline: CInt) {
        x = logical.x.points
        width = logical.width.points
        ascent = (baseline - logical.y).points
        height = logical.height.points
    }
}
