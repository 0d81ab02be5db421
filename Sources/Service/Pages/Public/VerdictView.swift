import Decisions
import Recognition
import StrictEncoding

/// A verdict as people read it: the four answers in words, each with the way it was reached, and what was signed.
struct VerdictView {
    let verdict: DecisionVerdict

    init(_ verdict: DecisionVerdict) { self.verdict = verdict }

    /// The verdict for programs, and with it `questions` and `paper`.
    var json: JSONValue {
        verdict.json
            .adding("questions", .array(VerdictQuestion.allCases.map(question)))
            .adding("paper", verdict.text.map(paper) ?? .null)
            .adding("annulments", .array(annulments))
            .adding("isNotValid", .bool(verdict.summary == .notValid))
    }

    private func question(_ question: VerdictQuestion) -> JSONValue {
        let answer = verdict.answer(to: question)
        return [
            "id": .string(question.rawValue), "name": question.name.json, "text": question.text.json,
            "method": question.method.json, "answer": .string(answer.value.rawValue),
            "word": answer.value.text.json, "reason": answer.reason.json, "code": .string(answer.code),
        ]
    }

    private func paper(_ text: DecisionText) -> JSONValue {
        [
            "kind": .string(text.kind.rawValue), "number": .string(text.number.description),
            "date": text.date.text.json, "authority": .string(text.authority.name), "year": .integer(text.year),
            "signer": text.signer.json,
            "units": .array(
                zip(text.statements, verdict.decisions).map { statement, finding in
                    unit(statement, finding)
                }),
        ]
    }

    private func unit(_ statement: any SignableStatement, _ finding: DecisionFinding) -> JSONValue {
        let json: JSONValue = [
            "name": .string(statement.unit.name), "title": .string(statement.unit.kind.title.rawValue),
            "digest": .bytes(finding.digest), "isRecorded": .bool(finding.recorded.isYes),
            "annulled": finding.annulment?.json ?? .null,
        ]
        let annulment = statement as? AnnulmentStatement
        return json.adding("reason", annulment.map { .string($0.reason) })
            .adding("annuls", annulment?.annuls.json)
    }

    /// What ended decisions of this paper, each with the unit that it ended.
    private var annulments: [JSONValue] {
        zip(verdict.decisions, verdict.text?.statements ?? []).compactMap { finding, statement in
            finding.annulment?.json.adding("unit", statement.unit.json)
        }
    }
}
