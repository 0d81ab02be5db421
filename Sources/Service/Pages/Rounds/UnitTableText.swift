import Recognition

/// The units' table as a secretary fills it in: what stands in the draft, or an example for the guidance.
struct UnitTableText {
    let profile: GuidanceProfile

    func text(of units: DraftUnits) -> String {
        let facts = profile.facts.filter { fact in units.entries.contains { $0.facts[fact.id] != nil } }
        let rows = units.entries.map { entry in
            [entry.unit.id, entry.unit.name, entry.unit.kind.name.vietnamese]
                + facts.map { fact in entry.facts[fact.id].map { String($0) } ?? "" }
        }
        return CSVText.text([Self.header + facts.map(\.name.vietnamese)] + rows)
    }

    /// A row for each kind that the authority decides on, its figures to be replaced.
    func example(for authority: AuthorityKind) -> String {
        let kinds = profile.kinds(of: authority)
        let facts = profile.facts.filter { fact in
            kinds.contains { kind in profile.facts(for: kind).contains { $0.id == fact.id } }
        }
        let flags = Set(facts.map(\.id)).intersection(profile.flags)
        let rows = kinds.enumerated().map { index, kind in
            let asked = Set(profile.facts(for: kind).map(\.id))
            return ["cb-0\(index + 1)", "\(Self.names[index % Self.names.count])", kind.name.vietnamese]
                + facts.map { asked.contains($0.id) ? (flags.contains($0.id) ? "1" : "12") : "" }
        }
        return CSVText.text([Self.header + facts.map(\.name.vietnamese)] + rows)
    }

    private static let header = ["mã", "tên tổ chức đảng", "loại hình"]
    private static let names = ["Chi bộ mẫu một", "Chi bộ mẫu hai", "Chi bộ mẫu ba", "Chi bộ mẫu bốn"]
}
