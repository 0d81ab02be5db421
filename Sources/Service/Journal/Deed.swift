import Recognition
import Storage

/// Something that a member of staff can have done, with the words that the journal has for it.
protocol Deed: Hashable, Sendable, CaseIterable {
    var phrase: DeedPhrase { get }
}

/// How a deed is kept and how it is read.
struct DeedPhrase: Hashable, Sendable {
    /// Stable: entries of years ago are read by it.
    let name: String

    /// `{}` stands for the detail.
    let vietnamese: String
    let english: String

    /// Never a secret, and nothing of a voter's ballot.
    let detail: String
    private let kind: DeedDetail

    init(
        _ name: String, _ vietnamese: String, _ english: String, _ detail: String = "", _ kind: DeedDetail = .asItStands
    ) {
        (self.name, self.vietnamese, self.english, self.detail, self.kind) = (name, vietnamese, english, detail, kind)
    }

    /// What people read of an entry with this detail.
    func text(_ detail: String) -> BilingualText {
        let words = kind.text(of: detail)
        return BilingualText(
            vietnamese.replacing("{}", with: words.vietnamese), english.replacing("{}", with: words.english))
    }
}

extension Register {
    /// - Parameter entry: nil where the journal has a line for the whole of which the change is a part.
    func notingAny(_ entry: JournalEntry?) -> any Register { entry.map(noting) ?? self }
}

extension JournalEntry {
    init(_ deed: some Deed, by account: String, in round: String? = nil, at now: Int) {
        let phrase = deed.phrase
        self.init(at: now, account: account, round: round, action: phrase.name, detail: phrase.detail)
    }
}

extension StaffMember {
    /// What the journal keeps of a deed of theirs.
    func entry(_ deed: some Deed, in round: String? = nil, at now: Int) -> JournalEntry {
        JournalEntry(deed, by: name, in: round, at: now)
    }
}
