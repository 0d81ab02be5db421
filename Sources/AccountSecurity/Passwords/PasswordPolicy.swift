import Foundation

/// What a password may be (ASVS 5.0, section 6.2): long, and not what everybody tries first. No rule of composition.
public struct PasswordPolicy: Sendable {
    /// In characters.
    public static let length = 12...256

    public enum Fault: String, Error, Hashable, Sendable {
        case length

        /// What guessers try first: words, names, dates, dressed up with digits or signs (`GuessableParts`); or hardly any
        /// different characters.
        case common

        /// Mostly the account's, the service's or the installation's name.
        case context
    }

    /// Folded.
    private let context: [String]

    /// - Parameter context: what whoever guesses knows: the account's name, the person's, the installation's.
    public init(context: [String]) {
        self.context = (context.flatMap(Self.parts) + ["phieukin"]).map(FoldedPassword.letters)
            .filter { $0.count >= 4 }
    }

    /// - Throws: `Fault`.
    public func check(_ password: String) throws(Fault) {
        guard Self.length.contains(Self.normalised(password).count) else { throw .length }
        let folded = FoldedPassword(password)
        guard !folded.isMonotonous else { throw .common }
        guard folded.cores.allSatisfy({ !isContext($0) }) else { throw .context }
        guard GuessableParts(context: Set(context)).bits(of: folded) >= GuessableParts.leastBits else { throw .common }
    }

    /// One spelling for all the ways to type it, for measuring and for hashing: NFC.
    public static func normalised(_ password: String) -> String { password.precomposedStringWithCanonicalMapping }

    /// Whether little but context is left of it.
    private func isContext(_ core: String) -> Bool {
        let rest = context.reduce(core) { $0.replacing($1, with: "") }
        return rest != core && (rest.count < 4 || CommonPasswords.contains(rest))
    }

    /// "phieu.bum-to.example" and each of its words.
    private static func parts(_ text: String) -> [String] {
        [text] + text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}

/// The words and names that most of the commonly used passwords are made of, folded.
///
/// From the lists of the packages that `Data/README.md` names; `scripts/common-passwords.py` makes the file.
enum CommonPasswords {
    private static let words: Set<String> = {
        let text = String(decoding: PackageResources.common_passwords_txt, as: UTF8.self)
        return Set(text.split(separator: "\n").map(String.init))
    }()

    /// - Parameter word: folded: letters in lower case without accents.
    static func contains(_ word: String) -> Bool { words.contains(word) }
}
