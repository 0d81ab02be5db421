import Recognition
import Storage
import StrictEncoding

/// Reading the journal in words.
enum JournalReading {
    /// - Returns: nil for an action that this version does not know: it is shown as it stands.
    static func text(of entry: JournalEntry) -> BilingualText? { phrases[entry.action]?.text(entry.detail) }

    static let phrases: [String: DeedPhrase] = Dictionary(
        uniqueKeysWithValues: (RoundDeed.allCases.map(\.phrase) + DecisionDeed.allCases.map(\.phrase)
            + AccountDeed.allCases.map(\.phrase)
            + AccessDeed.allCases.map(\.phrase) + SeatDeed.allCases.map(\.phrase) + retired).map { ($0.name, $0) })

    /// What earlier versions wrote and this one does not.
    private static let retired = [
        DeedPhrase("account.change", "Sửa tài khoản {}", "Changed the account {}")
    ]
}

extension JournalFault {
    /// What is wrong, for whoever keeps an eye on the journal.
    var text: BilingualText {
        switch self {
        case .missing(let place):
            BilingualText("dòng thứ \(place) đã bị xóa", "entry \(place) was taken out")
        case .altered(let place, _):
            BilingualText(
                "dòng thứ \(place) không còn như khi được ghi", "entry \(place) is not the one that was written")
        case .length(let expected, let found):
            BilingualText(
                "phải có \(expected) dòng, nhưng chỉ thấy \(found)",
                "\(expected) entries are counted, \(found) are there")
        case .head:
            BilingualText(
                "mã cuối được giữ không phải mã của dòng cuối", "the head that is kept is not the last entry's")
        case .unknownCode(let code):
            BilingualText("nhật ký chưa bao giờ có mã \(code)", "the journal never had the code \(code)")
        }
    }
}
