import Recognition
import StrictEncoding

/// Something to be said, and acknowledged, before a step that cannot be taken back.
enum StepWarning: Sendable {
    case secrecy(SecrecyWarning)
    case noQuorum(present: Int, summoned: Int)

    /// What the acknowledgement names: one word for all warnings of a kind.
    var name: String {
        switch self {
        case .secrecy(.fewPresent): "few-present"
        case .secrecy(.unanimous): "unanimous"
        case .noQuorum: "no-quorum"
        }
    }

    var json: JSONValue {
        switch self {
        case .secrecy(let warning): warning.json.adding("messages", warning.text.json)
        case .noQuorum(let present, let summoned):
            [
                "warning": .string(name), "present": .integer(present), "summoned": .integer(summoned),
                "messages": Self.quorumText(present, summoned).json,
            ]
        }
    }

    private static func quorumText(_ present: Int, _ summoned: Int) -> BilingualText {
        BilingualText(
            "Chưa đủ số người dự: \(present) trên \(summoned) được triệu tập; sẽ không tổ chức nào được công nhận.",
            "No quorum: \(present) of \(summoned) summoned are present; no unit can be recognised.")
    }

    /// - Throws: `Problem.unacknowledgedWarnings` with those that were not named.
    static func require(_ warnings: [StepWarning], acknowledged names: Set<String>) throws(Problem) {
        let open = warnings.filter { !names.contains($0.name) }
        guard open.isEmpty else {
            throw Problem(.unacknowledgedWarnings, members: [("warnings", .array(open.map(\.json)))])
        }
    }
}
