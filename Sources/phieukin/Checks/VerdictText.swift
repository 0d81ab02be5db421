import Decisions
import OpenSSLKit
import Recognition
import SignedPDF

/// The four answers in words.
struct VerdictText {
    private let verdict: DecisionVerdict

    init(_ verdict: DecisionVerdict) { self.verdict = verdict }

    func lines(inEnglish isEnglish: Bool) -> [String] {
        let pick: (BilingualText) -> String = { $0.text(inEnglish: isEnglish) }
        let answers = VerdictQuestion.allCases.map { ($0.name, verdict.answer(to: $0)) }
        return head(isEnglish)
            + answers.map { "\(pick($0)): \(pick($1.value.text)). \(pick($1.reason))" }
            + [pick(verdict.summary.text)]
    }

    private func head(_ isEnglish: Bool) -> [String] {
        guard let text = verdict.text else { return [] }
        let number = isEnglish ? "Decision \(text.number)" : "Quyết định số \(text.number)"
        let date = isEnglish ? text.date.description : text.date.vietnamese
        let units = text.statements.map { "\($0.unit.name): “\($0.unit.kind.title.rawValue)” \($0.year)" }
        return ["\(number), \(date), \(text.authority.name)"] + units + signatures(inEnglish: isEnglish)
    }

    /// Who signed and who stamped, and what that is worth.
    func signatures(inEnglish isEnglish: Bool) -> [String] {
        verdict.signatures.map { signature in
            let level = signature.level.map { " (PAdES \($0.rawValue))" } ?? ""
            let weight = signature.weight.text.text(inEnglish: isEnglish)
            return "\(isEnglish ? "Signed by" : "Chữ ký"): \(signature.signer.subject)\(level): \(weight)"
        } + verdict.timestamps.map { $0.trusted.reason.text(inEnglish: isEnglish) }
    }
}
