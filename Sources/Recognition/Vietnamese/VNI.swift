import Foundation

/// VNI-Windows: a letter, then the mark on it in the place of a Western European letter; i and y have letters of their
/// own.
enum VNI {
    static func converted(_ text: String) -> String {
        var converted: [Unicode.Scalar] = []
        for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
            let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
            if let mark = marks[lower], let base = converted.last, carriers.contains(base) {
                converted += mark
            } else {
                converted += letters[scalar] ?? [scalar]
            }
        }
        return String(String.UnicodeScalarView(converted)).precomposedStringWithCanonicalMapping
    }

    /// Letters that a mark can follow; ư and ơ, already converted, end with their horn.
    private static let carriers = Set("aeouyAEOUY\u{31B}".unicodeScalars)

    /// Circumflex, breve, horn, then the tone.
    private static let marks: [Unicode.Scalar: [Unicode.Scalar]] = [
        "ù": ["\u{301}"], "ø": ["\u{300}"], "û": ["\u{309}"], "õ": ["\u{303}"], "ï": ["\u{323}"],
        "â": ["\u{302}"], "á": ["\u{302}", "\u{301}"], "à": ["\u{302}", "\u{300}"], "å": ["\u{302}", "\u{309}"],
        "ã": ["\u{302}", "\u{303}"], "ä": ["\u{302}", "\u{323}"],
        "ê": ["\u{306}"], "é": ["\u{306}", "\u{301}"], "è": ["\u{306}", "\u{300}"], "ú": ["\u{306}", "\u{309}"],
        "ü": ["\u{306}", "\u{303}"], "ë": ["\u{306}", "\u{323}"],
    ]

    private static let letters: [Unicode.Scalar: [Unicode.Scalar]] = [
        "ñ": ["đ"], "Ñ": ["Đ"], "ô": ["o", "\u{31B}"], "Ô": ["O", "\u{31B}"], "ö": ["u", "\u{31B}"],
        "Ö": ["U", "\u{31B}"], "æ": ["i", "\u{309}"], "Æ": ["I", "\u{309}"], "ó": ["i", "\u{303}"],
        "Ó": ["I", "\u{303}"], "ò": ["i", "\u{323}"], "Ò": ["I", "\u{323}"], "î": ["y", "\u{323}"],
        "Î": ["Y", "\u{323}"],
    ]
}
