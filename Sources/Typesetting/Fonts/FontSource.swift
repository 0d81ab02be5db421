import CPango

/// The one owner of a font map and its context. One thread at a time: neither they nor FreeType's faces bear more.
@safe final class FontSource: @unchecked Sendable {
    let context: OpaquePointer
    private let map: UnsafeMutablePointer<PangoFontMap>
    private let base: OpaquePointer

    init(family: String) throws(TypesettingError) {
        unsafe map = try obtain("making a font map") { unsafe pango_cairo_font_map_new() }
        unsafe pango_cairo_font_map_set_resolution(shim_cairo_font_map(map), 72)
        unsafe context = pango_font_map_create_context(map)
        unsafe base = pango_font_description_new()
        unsafe pango_font_description_set_family(base, family)
        measureUnhinted()
    }

    deinit {
        unsafe pango_font_description_free(base)
        unsafe g_object_unref(UnsafeMutableRawPointer(context))
        unsafe g_object_unref(UnsafeMutableRawPointer(map))
    }

    /// Widths as the font has them, not as a screen's pixels would have them.
    private func measureUnhinted() {
        let options = unsafe cairo_font_options_create()
        unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        unsafe pango_cairo_context_set_font_options(context, options)
        unsafe cairo_font_options_destroy(options)
        unsafe pango_context_set_round_glyph_positions(context, 0)
        unsafe pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
    }

    /// BCP 47: it chooses among a font's shapes, and among fonts where the family lacks a letter.
    func speak(_ language: String) {
        unsafe pango_context_set_language(context, pango_language_from_string(language))
    }

    /// A new layout in the family at a size in points, owned by the caller.
    func layout(size: Double) throws(TypesettingError) -> OpaquePointer {
        let layout = unsafe try obtain("making a layout") { unsafe pango_layout_new(context) }
        unsafe pango_font_description_set_absolute_size(base, Double(size.pangoUnits))
        unsafe pango_layout_set_font_description(layout, base)
        return unsafe layout
    }
}
