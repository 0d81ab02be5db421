import Decisions
import Recognition
import SecretBallot
import StrictEncoding

/// What the audit of a whole record found.
struct AuditFindings: Sendable {
    let report: AuditReport

    /// Nil where the archive could not be read.
    let decisions: DecisionAuditSummary?

    func lines(inEnglish isEnglish: Bool) -> [String] {
        AuditText(report, gaps: decisions?.gaps ?? []).lines(inEnglish: isEnglish)
    }

    /// {"holds", "roundID"?, "checked": {…}, "faultCount", "faults": [{"check", "place", "detail"}], "found", "issued",
    /// "finders": {…}, "mix": {…}, "decisions": {…}}.
    var json: JSONValue {
        let checked = AuditCheck.allCases.compactMap { check in
            report.checked[check].map { JSONValue.Member(check.rawValue, .integer($0)) }
        }
        let faults = report.faults.map { fault -> JSONValue in
            ["check": .string(fault.check.rawValue), "place": .string(fault.place), "detail": .string(fault.detail)]
        }
        let value: JSONValue = [
            "holds": .bool(report.holds), "checked": .object(checked), "faultCount": .integer(report.faultCount),
            "faults": .array(faults), "found": .integer(report.foundCount), "issued": .integer(report.issuedCount),
            "finders": report.finders.json, "mix": report.mix.json,
        ]
        return value.adding("decisions", decisions?.json).adding(
            "roundID", (report.manifest?.roundID.bytes).map(JSONValue.bytes))
    }
}
