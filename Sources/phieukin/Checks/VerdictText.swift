import Decisions
import Recognition

/// The four answers in words.
struct VerdictText {
    private let verdict: DecisionVerdict

    init(_ verdict: DecisionVerdict) { self.verdict = verdict }

    func lines(inEnglish isEnglish: Bool) -> [String] {
        let pick: (BilingualText) -> String = { $0.text(inEnglish: isEnglish) }
        let answers = [
            (BilingualText("Nguyên vẹn", "Intact"), verdict.intact),
            (BilingualText("Người ký tin cậy", "Signer trusted"), verdict.trusted),
            (BilingualText("Có trong sổ", "Recorded"), verdict.recorded),
            (BilingualText("Còn hiệu lực", "In force"), verdict.inForce),
        ]
        return head(isEnglish)
            + answers.map { "\(pick($0)): \(pick($1.value.text)). \(pick($1.reason))" }
            + [pick(verdict.summary.text)]
    }

    private func head(_ isEnglish: Bool) -> [String] {
        guard let statement = verdict.statement else { return [] }
        let number = isEnglish ? "Decision \(statement.number)" : "Quyết định số \(statement.number)"
        let date = isEnglish ? statement.date.description : statement.date.vietnamese
        return [
            "\(number), \(date), \(statement.authority.name)",
            "\(statement.unit.name): “\(statement.title.rawValue)” \(statement.year)",
        ]
    }
}

extension Answer.Value {
    fileprivate var text: BilingualText {
        switch self {
        case .yes: BilingualText("Có", "Yes")
        case .no: BilingualText("KHÔNG", "NO")
        case .unknown: BilingualText("Chưa rõ", "Unknown")
        }
    }
}
