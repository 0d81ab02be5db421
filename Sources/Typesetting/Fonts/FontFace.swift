import CPango

/// One of the four faces that every family must have.
enum FontFace: String, CaseIterable {
    case regular = "Regular"
    case bold = "Bold"
    case italic = "Italic"
    case boldItalic = "Bold Italic"

    private var weight: CInt { self == .bold || self == .boldItalic ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR }
    private var slant: CInt { self == .italic || self == .boldItalic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN }

    /// Whether the face is installed in exactly this family, with every letter of the language.
    ///
    /// Asked by listing, since fontconfig's matching would answer with the nearest other font.
    func isInstalled(family: String, language: String) -> Bool {
        let pattern = unsafe FcPatternCreate()
        defer { unsafe FcPatternDestroy(pattern) }
        unsafe FcPatternAddString(pattern, FC_FAMILY, family)
        unsafe FcPatternAddString(pattern, FC_LANG, language)
        unsafe FcPatternAddInteger(pattern, FC_WEIGHT, weight)
        unsafe FcPatternAddInteger(pattern, FC_SLANT, slant)
        let wanted = unsafe FcObjectSetCreate()
        defer { unsafe FcObjectSetDestroy(wanted) }
        guard let found = unsafe FcFontList(nil, pattern, wanted) else { return false }
        defer { unsafe FcFontSetDestroy(found) }
        return unsafe found.pointee.nfont > 0
    }
}
