import Recognition
import StrictEncoding

extension GuidanceProfile {
    /// What a secretary chooses by: title and source, the rules in words, who decides on what by which form.
    func card(chosen: String?) -> JSONValue {
        [
            "id": .string(id), "title": title.json, "citation": .string(document.citation),
            "isChosen": .bool(id == chosen), "criteria": .array(criteria.map { .string($0.value.name) }),
            "rules": [
                "attendance": Self.rule(rules.attendance, ruleSources.attendance),
                "turnout": Self.rule(rules.turnout, ruleSources.turnout),
                "approval": Self.rule(rules.approval, ruleSources.approval),
            ],
            "preconditions": .array(preconditions.map(\.text.json)),
            "grants": .array(
                grants.map { grant in
                    [
                        "authority": grant.authority.name.json, "form": .string(grant.form.rawValue),
                        "units": BilingualText(
                            grant.units.map(\.name.vietnamese).joined(separator: "; "),
                            grant.units.map(\.name.english).joined(separator: "; ")
                        ).json,
                    ]
                }),
        ]
    }

    private static func rule(_ rule: CountingRule, _ source: String) -> JSONValue {
        ["text": rule.text.json, "source": .string(source)]
    }

    /// The columns of the units' table, each with the kinds of unit that must state it.
    var columns: [JSONValue] {
        facts.map { fact in
            let kinds = UnitKind.allCases.filter { kind in facts(for: kind).contains { $0.id == fact.id } }
            return [
                "header": .string(fact.id), "name": fact.name.json,
                "kinds": BilingualText(
                    kinds.map(\.name.vietnamese).joined(separator: "; "),
                    kinds.map(\.name.english).joined(separator: "; ")
                ).json,
            ]
        }
    }
}
