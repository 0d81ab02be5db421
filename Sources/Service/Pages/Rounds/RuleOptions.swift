import Recognition
import StrictEncoding

/// The rules that a secretary can choose instead of the guidance's own, in the page's fields.
struct RuleOptions {
    static let fields = ["attendance", "turnout", "approval"]

    private static let codes: [String: [String]] = [
        "attendance": ["atLeast-2-3-summoned", "atLeast-3-4-summoned", "moreThan-1-2-summoned"],
        "turnout": ["moreThan-1-2-summoned", "atLeast-2-3-summoned", "moreThan-1-2-issued"],
        "approval": [
            "moreThan-1-2-summoned", "atLeast-2-3-summoned", "atLeast-3-4-summoned", "moreThan-1-2-present",
            "moreThan-1-2-valid",
        ],
    ]

    static func json(_ field: String, chosen: String?) -> JSONValue {
        .array(
            (codes[field] ?? []).compactMap { code in
                rule(code).map {
                    ["code": .string(code), "text": $0.text.json, "isChosen": .bool(code == chosen)]
                }
            })
    }

    /// The rules of the form: what was chosen, else the guidance's; nil where nothing was chosen at all.
    static func rules(in form: Form, of profile: GuidanceProfile) throws -> BallotRules? {
        let chosen = fields.map { field in
            form[field].flatMap { codes[field]?.contains($0) == true ? rule($0) : nil }
        }
        guard chosen.contains(where: { $0 != nil }) else { return nil }
        return try BallotRules(
            attendance: chosen[0] ?? profile.rules.attendance, turnout: chosen[1] ?? profile.rules.turnout,
            approval: chosen[2] ?? profile.rules.approval)
    }

    private static func rule(_ code: String) -> CountingRule? {
        let parts = code.split(separator: "-").map(String.init)
        guard parts.count == 4, let comparison = Threshold.Comparison(rawValue: parts[0]),
            let numerator = Int(parts[1]), let denominator = Int(parts[2]),
            let fraction = try? Fraction(numerator, denominator), let base = CountBase(rawValue: parts[3])
        else { return nil }
        return CountingRule(Threshold(comparison, fraction), of: base)
    }
}
