import Recognition
import SecretBallot
import StrictEncoding

/// The count as a page shows it: names beside the ids, each count against the line that it had to reach.
struct ResultView: Sendable {
    private let manifest: Manifest
    private let results: RoundDesk.Results

    init(of desk: RoundDesk) async throws {
        manifest = try await desk.manifest()
        results = try await desk.results()
    }

    var json: JSONValue {
        let outcomes = results.outcomes
        let passed = outcomes.units.count(where: \.passed)
        return [
            "kind": .string(outcomes.kind.rawValue), "attendance": verdict(outcomes.attendance),
            "firstChoice": outcomes.kind.firstChoice.json, "secondChoice": outcomes.kind.secondChoice.json,
            "passed": .integer(passed), "failed": .integer(outcomes.units.count - passed),
            "units": .array(outcomes.units.enumerated().map { unit($1, number: $0 + 1) }),
            "hasWarnings": .bool(!unanimous.isEmpty), "unanimous": .array(unanimous),
        ]
    }

    private func unit(_ outcome: UnitOutcome, number: Int) -> JSONValue {
        [
            "id": .string(outcome.unit.id), "number": .integer(number), "name": .string(outcome.unit.name),
            "passed": .bool(outcome.passed), "criteria": .array(outcome.criteria.map(criterion)),
            "failures": .array(outcome.failures.map(\.text.json)),
        ]
    }

    private func criterion(_ criterion: CriterionVerdict) -> JSONValue {
        let counts = criterion.counts
        return [
            "name": .string(criterion.criterion.name), "holds": .bool(criterion.holds),
            "collected": .integer(counts.collected), "first": .integer(counts.first),
            "second": .integer(counts.second), "blank": .integer(counts.blank), "invalid": .integer(counts.invalid),
            "turnout": verdict(criterion.turnout), "approval": verdict(criterion.approval),
        ]
    }

    /// The count, the line and the whole in hundredths of the larger of whole and count, for a bar.
    private func verdict(_ verdict: RuleVerdict) -> JSONValue {
        let whole = max(verdict.baseCount, verdict.count, 1)
        let value: JSONValue = [
            "count": .integer(verdict.count), "of": .string(verdict.base.rawValue),
            "base": .integer(verdict.baseCount), "holds": .bool(verdict.holds),
            "share": .integer(verdict.count * 100 / whole),
            "line": .integer((verdict.needed ?? whole) * 100 / whole),
        ]
        return value.adding("needed", verdict.needed.map(JSONValue.integer) ?? .null)
    }

    /// Where all slips say the same, by name: the result tells how each one voted.
    private var unanimous: [JSONValue] {
        results.warnings.compactMap { warning in
            guard case .secrecy(.unanimous(let contest)) = warning else { return nil }
            let (unit, criterion) = contest.quotientAndRemainder(dividingBy: manifest.criteria.count)
            return [
                "unit": .string(manifest.units[unit].name), "criterion": .string(manifest.criteria[criterion].name),
            ]
        }
    }
}
