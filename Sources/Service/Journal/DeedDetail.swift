import Recognition

/// What the detail of a deed is, which the journal keeps as programs read it: so that people read it in their language.
enum DeedDetail: Hashable, Sendable {
    /// A name, a number, a text that somebody typed: the same in every language.
    case asItStands

    /// The code of a refusal.
    case refusal

    /// An account's name, then its roles.
    case account

    /// A member's name, a colon, and the word of a `CeremonyFinding.Reason`.
    case finding

    func text(of detail: String) -> BilingualText {
        switch self {
        case .asItStands: BilingualText(detail, detail)
        case .refusal: ProblemCode(rawValue: detail)?.text ?? BilingualText(detail, detail)
        case .account: Self.account(detail)
        case .finding: PlanFinding.text(ofSummary: detail)
        }
    }

    private static func account(_ detail: String) -> BilingualText {
        let words = detail.split(separator: " ").map(String.init)
        let titles = words.dropFirst().map { Role(rawValue: $0)?.title ?? BilingualText($0, $0) }
        func line(_ titles: [String]) -> String { (words.prefix(1) + titles).joined(separator: ", ") }
        return BilingualText(line(titles.map(\.vietnamese)), line(titles.map(\.english)))
    }
}
