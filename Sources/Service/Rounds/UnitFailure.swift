import Recognition
import StrictEncoding

/// Why a unit is not put to the ballot.
enum UnitFailure: Sendable {
    case precondition(PreconditionFailure)
    case notCompetent(Competence)

    var json: JSONValue {
        switch self {
        case .precondition(let failure):
            [
                "precondition": .string(failure.precondition.id),
                "messages": [
                    "vi": .string(words(failure.precondition.text, failure.required, failure.found).vietnamese),
                    "en": .string(words(failure.precondition.text, failure.required, failure.found).english),
                ],
            ]
        case .notCompetent(let competence):
            ["precondition": "competence", "messages": Self.reason(of: competence)]
        }
    }

    private func words(_ text: BilingualText, _ required: BilingualText, _ found: BilingualText) -> BilingualText {
        BilingualText(
            "\(text.vietnamese): cần \(required.vietnamese), có \(found.vietnamese)",
            "\(text.english): \(required.english) required, \(found.english) found")
    }

    private static func reason(of competence: Competence) -> JSONValue {
        guard case .incompetent(let reason) = competence else { return .null }
        return reason.json
    }
}
