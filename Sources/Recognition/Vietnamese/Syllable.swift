import Foundation

/// Whether a word can be a Vietnamese syllable: an onset, a nucleus and a coda that the language has, and one tone.
///
/// Wide rather than narrow: it tells writing from what a wrong encoding makes of it, not good spelling from bad.
enum Syllable {
    static func isPossible(_ word: some StringProtocol) -> Bool {
        var letters: [Unicode.Scalar] = []
        var toneCount = 0
        for scalar in word.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            if tones.contains(scalar) { toneCount += 1 } else { letters.append(scalar) }
        }
        let base = String(String.UnicodeScalarView(letters)).precomposedStringWithCanonicalMapping
        return toneCount <= 1 && isBase(base)
    }

    private static func isBase(_ base: String) -> Bool {
        onsets.contains { onset in
            guard base.hasPrefix(onset) else { return false }
            let rest = base.dropFirst(onset.count)
            let nucleus = rest.prefix { vowels.contains($0) }
            return nuclei.contains(String(nucleus)) && codas.contains(String(rest.dropFirst(nucleus.count)))
        }
    }

    private static let tones: Set<Unicode.Scalar> = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
    private static let vowels = Set("aăâeêioôơuưy")

    private static let onsets =
        words(
            "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q r s t th tr v x") + [""]

    private static let nuclei = Set(
        words(
            """
            a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iêu iu oa oă oai oao oay oe oeo oi oo ôi ơi ua uâ uây \
            uê ui uô uôi uơ uy uya uyê uyu ưa ưi ươ ươi ươu ưu yê yêu ie ue uo
            """))

    private static let codas = Set(words("c ch m n ng nh p t") + [""])

    private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
