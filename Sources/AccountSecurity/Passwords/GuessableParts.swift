import Foundation

/// What passwords here are made of, and how many guesses one takes whoever knows it: the words of common passwords,
/// Vietnamese names, places, offices and sayings, years and dates, runs of keys, and what the account itself tells.
///
/// A password is put together in the cheapest way; what is none of these counts as characters at random. Spaces, dashes
/// and the like between parts hide nothing.
struct GuessableParts {
    /// Passwords that take fewer guesses, as a power of two, are refused.
    static let leastBits = 32.0

    private static let vietnamese: Set<String> = {
        let text = String(decoding: PackageResources.vietnamese_parts_txt, as: UTF8.self)
        return Set(
            text.split(separator: "\n").filter { !$0.hasPrefix("#") }.flatMap { $0.split(separator: " ") }
                .map(String.init))
    }()

    private static let longest = 40

    /// Folded.
    let context: Set<String>

    /// The least that it takes, in bits.
    func bits(of password: FoldedPassword) -> Double {
        let text = password.parted
        var least = [0] + [Double](repeating: .infinity, count: text.count)
        for start in text.indices {
            let before = start > 0 ? text[start - 1] : nil
            var candidates = [(length: 1, bits: Self.bits(of: text[start], after: before))]
            candidates += words(at: start, text) + Self.dates(text[start...]) + Self.runs(text[start...])
            for (length, bits) in candidates {
                least[start + length] = min(least[start + length], least[start] + bits)
            }
        }
        return least[text.count]
    }

    // MARK: - Parts

    private func words(at start: Int, _ text: [Character]) -> [(length: Int, bits: Double)] {
        let letters = text[start...].prefix(Self.longest).map(FoldedPassword.undisguised).prefix { $0.isLetter }
        guard letters.count >= 2 else { return [] }
        return (2...letters.count).compactMap { length in
            bits(ofWord: String(letters.prefix(length))).map { (length, $0) }
        }
    }

    /// Nil for what is no word. Of a list of 13,000 one takes 14 bits; of one of some 400, of which a few are most of what
    /// people use, 6.
    private func bits(ofWord word: String) -> Double? {
        if context.contains(word) { return 3 }
        if Self.vietnamese.contains(word) { return 6 }
        return CommonPasswords.contains(word) ? 14 : nil
    }

    /// A year of two centuries; a day with its month, with or without its year.
    private static func dates(_ text: ArraySlice<Character>) -> [(length: Int, bits: Double)] {
        let digits = text.prefix(8).prefix { $0.isASCII && $0.isNumber }.compactMap(\.wholeNumberValue)
        guard digits.count >= 4 else { return [] }
        let pairs = stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] * 10 + digits[$0 + 1] }
        var dates: [(length: Int, bits: Double)] = []
        if (19...20).contains(pairs[0]) { dates.append((4, 7)) }
        guard (1...31).contains(pairs[0]), (1...12).contains(pairs[1]) else { return dates }
        dates.append((4, 8.5))
        if pairs.count > 2 { dates.append((6, 15)) }
        if pairs.count > 3, (19...20).contains(pairs[2]) { dates.append((8, 15)) }
        return dates
    }

    private static func runs(_ text: ArraySlice<Character>) -> [(length: Int, bits: Double)] {
        guard let length = FoldedPassword.longestRun(at: String(text.prefix(longest))) else { return [] }
        return [(length, 6)]
    }

    /// A sign after a letter is one of few; the same sign again tells nothing new.
    private static func bits(of character: Character, after before: Character?) -> Double {
        if character.isASCII, character.isNumber { return 3.3 }
        if character.isLetter { return 4.7 }
        if character == before { return 1 }
        let isFirst = before.map { $0.isLetter || $0.isNumber } ?? true
        return isFirst && character.isASCII ? 2 : 5
    }
}
