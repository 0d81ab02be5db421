import Foundation

/// A password with the disguise taken off: case, accents, digits for letters, what stands before and after the word.
struct FoldedPassword {
    private static let disguises: [Character: Character] = [
        "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
    ]

    /// Rows of keyboards, the alphabet, the digits: what fingers type by themselves, both ways.
    private static let runs: [String] = [
        "abcdefghijklmnopqrstuvwxyz", "0123456789012345678901234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
        "qazwsxedcrfvtgbyhnujmikolp", "1q2w3e4r5t6y7u8i9o0p",
    ].flatMap { [$0, String($0.reversed())] }

    /// Lower case, without accents.
    private let text: String

    init(_ password: String) { text = Self.plain(password) }

    /// "Mật khẩu" as "mat khau".
    private static func plain(_ text: String) -> String {
        let bare = text.decomposedStringWithCompatibilityMapping.unicodeScalars
            .filter { !CharacterSet.nonBaseCharacters.contains($0) }
        return String(String.UnicodeScalarView(bare)).lowercased().replacing("đ", with: "d")
    }

    /// The letters alone.
    static func letters(_ text: String) -> String { plain(text).filter(\.isLetter) }

    /// The words that may be in it: as it stands, and with the letters that digits stand for; each without what is
    /// around it, and once where it is repeated.
    var cores: Set<String> {
        let undisguised = String(text.map(Self.undisguised))
        let trimmed = String(trim(text).map(Self.undisguised))
        return Set([text, undisguised, trimmed].map { Self.unrepeated($0.filter(\.isLetter)) })
    }

    /// What guessers put together: without what may stand between the parts.
    var parted: [Character] { text.filter { !$0.isWhitespace && !"-_./,".contains($0) } }

    /// The letter that a digit or a sign may stand for; itself where it is none of these.
    static func undisguised(_ character: Character) -> Character { disguises[character] ?? character }

    /// How many characters of `text`'s beginning, three at least, are a run of a keyboard, the alphabet or the digits.
    static func longestRun(at text: String) -> Int? { runs.compactMap { longestPrefix(of: text[...], in: $0) }.max() }

    /// Without the digits and signs at its ends.
    private func trim(_ text: String) -> String { text.trimmingCharacters(in: CharacterSet.letters.inverted) }

    private static func unrepeated(_ text: String) -> String {
        for length in 1...max(1, text.count / 2) where text.count % length == 0 && text.count > length {
            let unit = String(text.prefix(length))
            if String(repeating: unit, count: text.count / length) == text { return unit }
        }
        return text
    }

    /// Fewer than five different characters, or nothing but runs of a keyboard, the alphabet or the digits; two letters
    /// beside such digits make it no better.
    var isMonotonous: Bool {
        let digits = text.filter(\.isNumber)
        return Set(text).count < 5 || Self.isRuns(text.filter { $0.isLetter || $0.isNumber })
            || (text.count(where: \.isLetter) < 3 && Self.isRuns(digits))
    }

    private static func isRuns(_ text: String) -> Bool {
        guard !text.isEmpty else { return false }
        var rest = text[...]
        while !rest.isEmpty {
            guard let length = longestRun(at: String(rest)) else { return false }
            rest = rest.dropFirst(length)
        }
        return true
    }

    /// Three at least.
    private static func longestPrefix(of text: Substring, in run: String) -> Int? {
        (3...max(3, text.count)).reversed().first { text.count >= $0 && run.contains(text.prefix($0)) }
    }
}
