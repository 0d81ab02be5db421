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

    /// The kinds of unit that an authority decides on.
    func kinds(of authority: AuthorityKind) -> [UnitKind] {
        grants.first { $0.authority == authority }?.units ?? UnitKind.allCases
    }

    /// The columns of the units' table, each with the kinds of unit that must state it.
    func columns(for authority: AuthorityKind) -> [JSONValue] {
        let kinds = kinds(of: authority)
        return facts.compactMap { fact in
            let asked = kinds.filter { kind in facts(for: kind).contains { $0.id == fact.id } }
            guard !asked.isEmpty else { return nil }
            return [
                "header": .string(fact.id), "name": fact.name.json, "isForAll": .bool(asked == kinds),
                "askedOf": BilingualText(
                    asked.map(\.name.vietnamese).joined(separator: "; "),
                    asked.map(\.name.english).joined(separator: "; ")
                ).json,
            ]
        }
    }
}
