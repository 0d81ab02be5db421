public import StrictEncoding

/// What a name, title or reason may hold: one line that looks as it is stored.
public enum PlainText {
    /// - Parameters:
    ///   - maximum: the most Unicode scalars.
    ///   - place: where the text stands, for the error.
    /// - Throws: `MalformedInput` for an empty text, one that is too long, one with a space at either end, or one that
    ///   holds control or formatting characters: a right-to-left override can make a name read as another.
    public static func check(_ text: String, maximum: Int, at place: String) throws(MalformedInput) {
        guard !text.isEmpty else { throw MalformedInput(.wrongValue, at: place, "not empty") }
        guard text.unicodeScalars.count <= maximum else {
            throw MalformedInput(.tooLarge, at: place, "at most \(maximum) characters")
        }
        guard text.unicodeScalars.allSatisfy(isVisible) else {
            throw MalformedInput(.wrongValue, at: place, "no control or formatting characters")
        }
        guard text.first?.isWhitespace == false, text.last?.isWhitespace == false else {
            throw MalformedInput(.wrongValue, at: place, "no space at either end")
        }
    }

    /// The first character that must not be there, by its place and name.
    static func invisible(in text: String) -> BilingualText? {
        guard let (place, scalar) = text.unicodeScalars.enumerated().first(where: { !isVisible($1) })
        else { return nil }
        let code = String(scalar.value, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
        let title = scalar.properties.name.map { "\(name) \($0)" } ?? name
        return BilingualText("ký tự thứ \(place + 1) là \(title)", "character \(place + 1) is \(title)")
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        // Unassigned characters pass: which they are changes with Unicode's version, and a manifest must not.
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: false
        default: true
        }
    }
}
