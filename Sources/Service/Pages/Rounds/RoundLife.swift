import Storage
import StrictEncoding

/// The steps of a round's life as a list: done with their time, the present one, those to come.
struct RoundLife: Sendable {
    let entry: RoundEntry
    let steps: [RoundStep]

    var json: JSONValue {
        let ended = entry.state == RoundState.cancelled.rawValue
        let stages = RoundState.life.filter { !ended || time(of: $0) != nil } + (ended ? [.cancelled] : [])
        return .array(stages.map(line))
    }

    private func line(_ stage: RoundState) -> JSONValue {
        let isNow = entry.state == stage.rawValue
        let at = time(of: stage)
        let value: JSONValue = [
            "stage": .string(stage.rawValue), "now": .bool(isNow), "done": .bool(!isNow && at != nil),
        ]
        return value.adding("at", at.map(JSONValue.integer))
    }

    private func time(of stage: RoundState) -> Int? {
        stage == .draft ? entry.createdAt : steps.first { $0.state == stage.rawValue }?.at
    }
}
