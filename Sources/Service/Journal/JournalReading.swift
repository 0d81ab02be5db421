import Recognition
import Storage

/// Reading the journal in words.
enum JournalReading {
    /// - Returns: nil for an action that this version does not know: it is shown as it stands.
    static func text(of entry: JournalEntry) -> BilingualText? { phrases[entry.action]?.text(entry.detail) }

    static let phrases: [String: DeedPhrase] = Dictionary(
        uniqueKeysWithValues: (RoundDeed.allCases.map(\.phrase) + DecisionDeed.allCases.map(\.phrase)
            + AccountDeed.allCases.map(\.phrase)
            + AccessDeed.allCases.map(\.phrase) + retired).map { ($0.name, $0) })

    /// What earlier versions wrote and this one does not.
    private static let retired = [
        DeedPhrase("account.change", "Sửa tài khoản {}", "Changed the account {}")
    ]
}
