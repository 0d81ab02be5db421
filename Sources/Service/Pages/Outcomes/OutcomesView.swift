import Recognition
import StrictEncoding

/// A round's outcomes as every page shows them, the room's screen, the public's, the staff's: the record's counts by the
/// record's names (`first`, `second`, `blank`, `invalid`), with the words beside the ids and a bar for each rule; and
/// what finders and relays say against the boxes, so that no page tells an outcome and leaves a contradiction unsaid.
struct OutcomesView {
    let outcomes: RoundOutcomes
    let finders: FinderCounts
    let mix: MixCounts

    var json: JSONValue {
        let passed = outcomes.units.count(where: \.passed)
        return [
            "kind": .string(outcomes.kind.rawValue), "firstChoice": outcomes.kind.firstChoice.json,
            "secondChoice": outcomes.kind.secondChoice.json, "attendance": Bar(verdict: outcomes.attendance).json,
            "total": .integer(outcomes.units.count), "passed": .integer(passed),
            "failed": .integer(outcomes.units.count - passed),
            "finders": finders.json, "mix": mix.json,
            "units": .array(outcomes.units.enumerated().map { Self.unit($1).adding("number", .integer($0 + 1)) }),
        ]
    }

    static func unit(_ outcome: UnitOutcome) -> JSONValue {
        [
            "unit": outcome.unit.json, "kindName": outcome.unit.kind.name.json,
            "title": .string(outcome.unit.kind.title.rawValue), "passed": .bool(outcome.passed),
            "criteria": .array(outcome.criteria.map(criterion)),
            "failures": .array(outcome.failures.map { ["text": $0.text.json] }),
        ]
    }

    private static func criterion(_ verdict: CriterionVerdict) -> JSONValue {
        let counts = verdict.counts
        return [
            "name": .string(verdict.criterion.name), "holds": .bool(verdict.holds),
            "collected": .integer(counts.collected), "first": .integer(counts.first),
            "second": .integer(counts.second), "blank": .integer(counts.blank), "invalid": .integer(counts.invalid),
            "valid": .integer(counts.valid), "approval": Bar(verdict: verdict.approval).json,
            "turnout": Bar(verdict: verdict.turnout).json,
        ]
    }
}
