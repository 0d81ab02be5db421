public import StrictEncoding

extension JSONReader {
    /// The value as a `PlainText`.
    /// - Parameter maximum: the most Unicode scalars.
    /// - Throws: `MalformedInput`.
    public func plainText(maximum: Int = 300) throws(MalformedInput) -> String {
        let text = try string()
        try PlainText.check(text, maximum: maximum, at: place)
        return text
    }

    /// The value as somebody typed it: a `TypedText`, cleaned, that is a `PlainText`.
    /// - Parameter maximum: the most Unicode scalars.
    /// - Throws: `MalformedInput`.
    public func typedText(maximum: Int = 300) throws(MalformedInput) -> String {
        let text = TypedText.cleaned(try string())
        try PlainText.check(text, maximum: maximum, at: place)
        return text
    }

    /// The value as an `Identifier`.
    /// - Throws: `MalformedInput`.
    public func identifier() throws(MalformedInput) -> String {
        let text = try string()
        try Identifier.check(text, at: place)
        return text
    }

    /// The value as one of a closed list of strings.
    /// - Throws: `MalformedInput` with reason `wrongValue`, naming the list.
    public func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ type: Choice.Type = Choice.self
    ) throws(MalformedInput) -> Choice {
        // Compared as bytes: `init(rawValue:)` would take canonically equivalent spellings for one.
        let text = ExactText(try string())
        guard let choice = Choice.allCases.first(where: { ExactText($0.rawValue) == text }) else {
            throw wrongValue("one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return choice
    }

    /// The value as a string that must be `text`.
    func constant(_ text: String) throws(MalformedInput) {
        guard ExactText(try string()) == ExactText(text) else { throw wrongValue(text) }
    }

    /// The value as an array of `range` elements.
    func array(of range: ClosedRange<Int>) throws(MalformedInput) -> [JSONReader] {
        let elements = try array(maximum: range.upperBound)
        guard elements.count >= range.lowerBound else {
            throw MalformedInput(.wrongLength, at: place, "at least \(range.lowerBound) elements")
        }
        return elements
    }
}

/// - Throws: `MalformedInput` with reason `repeated` if two of `ids` are the same.
func requireDistinct(_ ids: some Sequence<String>, at place: String) throws(MalformedInput) {
    var seen: Set<ExactText> = []
    for (index, id) in ids.enumerated() where !seen.insert(ExactText(id)).inserted {
        throw MalformedInput(.repeated, at: "\(place)[\(index)]")
    }
}
