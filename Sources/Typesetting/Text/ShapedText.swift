import CPango

/// Text broken into lines of one width: the one owner of a `PangoLayout`. For the thread that made it.
@safe final class ShapedText {
    /// In points. What FreeType cannot scale to would spoil the face for every document after.
    private static let sizes = 0.5...500.0

    private let layout: OpaquePointer
    let lines: [ShapedLine]

    /// - Parameters:
    ///   - runs: Of printable text.
    ///   - width: In points.
    ///   - indent: Of the first line, in points.
    init(
        _ runs: [Run], width: Double, alignment: Alignment, indent: Double = 0, fonts: FontSource
    ) throws(TypesettingError) {
        guard width > 0 else { throw .impossibleLayout("no width is left for text") }
        guard runs.allSatisfy({ ShapedText.sizes.contains($0.size) }) else {
            throw .impossibleLayout("text of a size that is not from 0.5 to 500 points")
        }
        unsafe layout = try fonts.layout(size: runs.first?.size ?? 14)
        unsafe pango_layout_set_width(layout, width.pangoUnits)
        unsafe pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        unsafe pango_layout_set_auto_dir(layout, 0)
        unsafe pango_layout_set_indent(layout, indent.pangoUnits)
        unsafe pango_layout_set_alignment(layout, alignment.pango)
        unsafe pango_layout_set_justify(layout, alignment == .justified ? 1 : 0)
        unsafe ShapedText.set(runs, in: layout)
        unsafe lines = ShapedLine.all(of: layout)
    }

    deinit { unsafe g_object_unref(UnsafeMutableRawPointer(layout)) }

    /// Draws one line, its top and the text's left edge given in points.
    func draw(line index: Int, on canvas: Canvas, x: Double, y: Double) {
        guard let line = unsafe pango_layout_get_line_readonly(layout, CInt(index)) else { return }
        unsafe canvas.show(line, x: x + lines[index].x, baseline: y + lines[index].ascent)
    }

    private static func set(_ runs: [Run], in layout: OpaquePointer) {
        var styled = StyledText(runs)
        unsafe styled.apply(to: layout)
        guard unsafe pango_layout_get_unknown_glyphs_count(layout) > 0 else { return }
        unsafe styled.replace(ShapedLine.unknown(in: layout))
        unsafe styled.apply(to: layout)
    }
}

extension Alignment {
    fileprivate var pango: PangoAlignment {
        switch self {
        case .leading, .justified: PANGO_ALIGN_LEFT
        case .centre: PANGO_ALIGN_CENTER
        case .trailing: PANGO_ALIGN_RIGHT
        }
    }
}
