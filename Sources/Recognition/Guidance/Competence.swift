/// Whether an authority may decide on a kind of unit.
public enum Competence: Hashable, Sendable {
    /// It may, on this form.
    case competent(DecisionForm)

    /// It may not; the text says who may.
    case incompetent(BilingualText)
}

extension GuidanceProfile {
    public func competence(of authority: AuthorityKind, over unit: UnitKind) -> Competence {
        let deciding = grants.filter { $0.units.contains(unit) }
        if let grant = deciding.first(where: { $0.authority == authority }) { return .competent(grant.form) }
        return .incompetent(Self.refusal(of: authority, over: unit, deciding: deciding.map(\.authority)))
    }

    private static func refusal(
        of authority: AuthorityKind, over unit: UnitKind, deciding: [AuthorityKind]
    ) -> BilingualText {
        guard !deciding.isEmpty else {
            return BilingualText(
                "Hướng dẫn không quy định cấp nào công nhận \(unit.name.vietnamese).",
                "The guidance names no authority for a \(unit.name.english)."
            )
        }
        let vietnamese = deciding.map(\.name.vietnamese).joined(separator: "; ")
        let english = deciding.map(\.name.english).joined(separator: "; ")
        return BilingualText(
            "\(unit.name.vietnamese): thẩm quyền công nhận thuộc \(vietnamese), không thuộc "
                + "\(authority.name.vietnamese).",
            "A \(unit.name.english) is recognised by the \(english), not by the \(authority.name.english)."
        )
    }
}

/// The form on which a decision is written.
public enum DecisionForm: String, CaseIterable, Hashable, Sendable {
    /// Of a standing committee, on grassroots cells and organizations.
    case standingCommittee = "01-QĐ"

    /// Of a grassroots committee, on the cells under it.
    case grassrootsCommittee = "02-QĐ"
}
