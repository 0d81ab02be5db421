extension Array<UInt8> {
    func firstRange(of text: String, from start: Int = 0) -> Range<Int>? {
        let word = Array(text.utf8)
        guard count >= word.count + start else { return nil }
        return (start...count - word.count).first { matches(word, at: $0) }.map { $0..<$0 + word.count }
    }

    func lastRange(of text: String) -> Range<Int>? {
        let word = Array(text.utf8)
        guard count >= word.count else { return nil }
        return (0...count - word.count).last { matches(word, at: $0) }.map { $0..<$0 + word.count }
    }

    private func matches(_ word: [UInt8], at start: Int) -> Bool {
        for index in word.indices where self[start + index] != word[index] { return false }
        return true
    }

    var latin1: String { self[...].latin1 }

    /// The bytes with each `old` made `new`.
    func replacing(_ old: String, with new: String) -> [UInt8] { latin1.replacing(old, with: new).latin1Bytes }
}

extension ArraySlice<UInt8> {
    var latin1: String { String(String.UnicodeScalarView(map { Unicode.Scalar($0) })) }
}

extension String {
    var latin1Bytes: [UInt8] { unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }
}
