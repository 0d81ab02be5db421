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
