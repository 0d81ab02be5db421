extension String {
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// The text with its first letter small, to stand inside a sentence; an abbreviation in capitals stays as it is.
    var insideSentence: String {
        guard let first, !dropFirst().prefix(1).contains(where: \.isUppercase) else { return self }
        return first.lowercased() + dropFirst()
    }
}

extension String {
    /// More than any script writes on one letter.
    private static let mostMarks = 4

    /// The text without the marks beyond the fourth on one letter: a tower of them would be printed across the lines
    /// above, and over whatever stands there.
    var withoutTowers: String {
        guard unicodeScalars.count > count else { return self }
        var text = String.UnicodeScalarView()
        var marks = 0
        for scalar in unicodeScalars {
            marks = scalar.properties.generalCategory.isMark ? marks + 1 : 0
            if marks <= Self.mostMarks { text.append(scalar) }
        }
        return String(text)
    }
}

extension Unicode.GeneralCategory {
    fileprivate var isMark: Bool { self == .nonspacingMark || self == .enclosingMark }
}
