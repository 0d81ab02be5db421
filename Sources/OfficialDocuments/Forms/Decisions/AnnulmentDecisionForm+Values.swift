import Recognition

extension AnnulmentDecisionForm {
    static let schema = TemplateSchema(
        lines: ["document-title", "kind", "sign-for-committee", "sign-for-standing-committee", "position"],
        passages: ["subject", "body", "recipients"],
        fields: DecisionFields.names + ["unit", "reason", "annulled-number", "annulled-date", "ballot-date"],
        required: ["titles", "year", "unit", "reason", "annulled-number", "annulled-date"],
        conditions: ["ballot"]
    )

    var values: FieldValues {
        let own = [
            "unit": statement.unit.name, "reason": reasonWithoutStop, "annulled-number": annulled.number.description,
            "annulled-date": annulled.date.vietnamese, "ballot-date": ballotDate?.vietnamese ?? "",
        ]
        return FieldValues(fields.texts, conditions: ["ballot": ballotDate != nil]).adding(own)
    }

    var fields: DecisionFields {
        DecisionFields(
            authority: statement.authority, number: statement.number, date: statement.date, signer: statement.signer,
            titles: RecognitionTitle.listed([statement.title]), year: statement.year, citation: citation)
    }

    /// The template ends the sentence in its own way.
    private var reasonWithoutStop: String {
        statement.reason.hasSuffix(".") ? String(statement.reason.dropLast()) : statement.reason
    }
}
