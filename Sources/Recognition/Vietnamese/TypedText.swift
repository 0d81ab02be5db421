import Foundation

/// What people type, paste and export, as it was meant: composed (NFC), single spaces, one letter Đ.
///
/// What cannot be seen and means nothing in Vietnamese is left out; what is seen stays as it is.
public enum TypedText {
    /// - Returns: the text in NFC; every run of white space, line breaks and no-break spaces one space, none at either
    ///   end; without soft hyphens and characters of no width; Ð and Ɖ, which look like Đ, as Đ.
    public static func cleaned(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        guard !isPlain else { return text }
        let scalars = text.unicodeScalars.filter { !invisible.contains($0) }.map { lookalikes[$0] ?? $0 }
        return String(String.UnicodeScalarView(scalars)).precomposedStringWithCanonicalMapping
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether there is nothing to see.
    static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.properties.isWhitespace || invisible.contains($0) }
    }

    /// Soft hyphen, zero-width space and (non-)joiners, word joiner, byte order mark.
    private static let invisible: Set<Unicode.Scalar> = [
        "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}",
    ]

    /// Eth and the African D: other letters to a computer, the same stroke to the eye.
    private static let lookalikes: [Unicode.Scalar: Unicode.Scalar] = [
        "\u{D0}": "\u{110}", "\u{189}": "\u{110}", "\u{F0}": "\u{111}", "\u{256}": "\u{111}",
    ]
}
