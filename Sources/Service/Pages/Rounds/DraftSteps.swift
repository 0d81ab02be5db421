import Recognition
import StrictEncoding

/// The steps in which a round is put together, for the line above each of their pages.
enum DraftSteps: String, CaseIterable {
    case round, units, members, cards, freeze

    private var name: BilingualText {
        switch self {
        case .round: BilingualText("Thông tin chung", "The round")
        case .units: BilingualText("Tổ chức được xét", "Units")
        case .members: BilingualText("Cấp ủy", "Members")
        case .cards: BilingualText("Thẻ vào phiếu", "Cards")
        case .freeze: BilingualText("Ban kiểm phiếu, chốt", "Board, freezing")
        }
    }

    /// - Parameters:
    ///   - current: the step of the page.
    ///   - round: nil while there is no round yet: then no step leads anywhere.
    static func json(at current: DraftSteps, of round: String?) -> JSONValue {
        .array(
            allCases.enumerated().map { index, step in
                let path: JSONValue = step.path(in: round).map(JSONValue.string) ?? .null
                return [
                    "number": .integer(index + 1), "name": step.name.json, "path": path,
                    "isCurrent": .bool(step == current),
                ]
            })
    }

    private func path(in round: String?) -> String? {
        guard let round, self != .round else { return nil }
        return "/desk/rounds/\(round)" + (self == .freeze ? "" : "/\(rawValue)")
    }
}
