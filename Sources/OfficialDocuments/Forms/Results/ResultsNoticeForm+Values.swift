import Recognition

extension ResultsNoticeForm {
    static let schema = TemplateSchema(
        lines: ["document-title", "kind", "sign-for-committee", "sign-for-standing-committee", "position"],
        passages: ["subject", "body", "recipients"],
        fields: [
            "authority", "committee", "parent", "place", "number", "date", "position", "signer", "titles", "year",
            "ballot-date", "achieved-count", "failed-count",
        ],
        required: ["titles", "year"],
        conditions: ["any-achieved", "any-failed"],
        lists: ["achieved": ["unit"], "not-achieved": ["unit", "reasons"]]
    )

    var values: FieldValues {
        let (achieved, failed) = (outcomes.units.filter(\.passed), outcomes.units.filter { !$0.passed })
        return FieldValues(
            [
                "authority": authority.bodyName, "committee": authority.committeeName, "parent": authority.parent,
                "place": authority.place, "number": number, "date": date.vietnamese, "position": signer.position,
                "signer": signer.name, "titles": RecognitionTitle.listed(outcomes.units.map(\.unit.kind.title)),
                "year": String(year), "ballot-date": ballotDate.vietnamese,
                "achieved-count": Figures.count(achieved.count), "failed-count": Figures.count(failed.count),
            ],
            conditions: ["any-achieved": !achieved.isEmpty, "any-failed": !failed.isEmpty],
            lists: ["achieved": achieved.map { ["unit": $0.unit.name] }, "not-achieved": failed.map(\.texts)])
    }
}
