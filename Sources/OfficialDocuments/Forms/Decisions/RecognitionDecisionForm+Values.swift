import Recognition

extension RecognitionDecisionForm {
    static let schema = TemplateSchema(
        lines: [
            "document-title", "kind", "sign-for", "position", "column-order", "column-unit", "column-kind",
            "column-title",
        ],
        passages: ["subject", "body", "recipients", "annex"],
        fields: DecisionFields.names + ["unit", "count", "ballot-date"],
        required: ["titles", "year", "unit", "count"],
        conditions: ["many"]
    )

    var template: TemplateName {
        switch first.form {
        case .standingCommittee: .decision01
        case .grassrootsCommittee: .decision02
        }
    }

    var isMany: Bool { statements.count > 1 }

    var values: FieldValues {
        let own = [
            "unit": isMany ? "các tổ chức đảng có tên trong danh sách kèm theo" : first.unit.name,
            "count": Figures.count(statements.count), "ballot-date": ballotDate.vietnamese,
        ]
        return FieldValues(fields.texts, conditions: ["many": isMany]).adding(own)
    }

    var fields: DecisionFields {
        DecisionFields(
            authority: first.authority, number: first.number, date: first.date, signer: first.signer,
            titles: RecognitionTitle.listed(statements.map(\.title)), year: first.year, citation: citation)
    }
}
