extension String {
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// The text with its first letter small, to stand inside a sentence; an abbreviation in capitals stays as it is.
    var insideSentence: String {
        guard let first, !dropFirst().prefix(1).contains(where: \.isUppercase) else { return self }
        return first.lowercased() + dropFirst()
    }
}
