import Recognition
import StrictEncoding

/// A certified round's outcomes with the words and lengths that people see them by.
struct OutcomesView {
    let outcomes: RoundOutcomes

    var json: JSONValue {
        [
            "kind": .string(outcomes.kind.rawValue), "first": outcomes.kind.firstChoice.json,
            "second": outcomes.kind.secondChoice.json, "attendance": Bar(verdict: outcomes.attendance).json,
            "total": .integer(outcomes.units.count), "passed": .integer(outcomes.units.count(where: \.passed)),
            "units": .array(outcomes.units.map(Self.unit)),
        ]
    }

    private static func unit(_ outcome: UnitOutcome) -> JSONValue {
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
            "yes": .integer(counts.first), "no": .integer(counts.second), "blank": .integer(counts.blank),
            "invalid": .integer(counts.invalid), "valid": .integer(counts.valid),
            "collected": .integer(counts.collected), "approval": Bar(verdict: verdict.approval).json,
            "turnout": Bar(verdict: verdict.turnout).json,
        ]
    }
}
