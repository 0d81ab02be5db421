import CPango

/// Runs joined to one text, with the places where each look begins: Pango's attributes, never its markup.
struct StyledText {
    private var runs: [Run]

    /// - Parameter runs: Of printable text.
    init(_ runs: [Run]) { self.runs = runs }

    func apply(to layout: OpaquePointer) {
        let text = runs.map(\.text).joined()
        unsafe pango_layout_set_text(layout, text, CInt(clamping: text.utf8.count))
        let attributes = unsafe pango_attr_list_new()
        // A name that had to be broken must not seem to have a hyphen.
        unsafe pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(0))
        var start: UInt32 = 0
        for run in runs {
            let end = start + UInt32(clamping: run.text.utf8.count)
            unsafe run.attributes.forEach { attribute in
                unsafe attribute.pointee.start_index = start
                unsafe attribute.pointee.end_index = end
                unsafe pango_attr_list_insert(attributes, attribute)
            }
            start = end
        }
        unsafe pango_layout_set_attributes(layout, attributes)
        unsafe pango_attr_list_unref(attributes)
    }

    /// Puts "□", which the families at hand have, for each of these characters.
    mutating func replace(_ characters: Set<UInt32>) {
        for index in runs.indices {
            let scalars = runs[index].text.unicodeScalars.map { characters.contains($0.value) ? "\u{25A1}" : $0 }
            runs[index].text = String(String.UnicodeScalarView(scalars))
        }
    }
}

extension Run {
    /// Owned by the caller.
    fileprivate var attributes: [UnsafeMutablePointer<PangoAttribute>] {
        var attributes = unsafe [pango_attr_size_new_absolute(size.pangoUnits)]
        if bold { unsafe attributes.append(pango_attr_weight_new(PANGO_WEIGHT_BOLD)) }
        if italic { unsafe attributes.append(pango_attr_style_new(PANGO_STYLE_ITALIC)) }
        if underlined { unsafe attributes.append(pango_attr_underline_new(PANGO_UNDERLINE_SINGLE)) }
        return unsafe attributes.compactMap { unsafe $0 }
    }
}
