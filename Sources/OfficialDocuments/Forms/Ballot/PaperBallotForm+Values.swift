import Recognition

extension PaperBallotForm {
    static let schema = TemplateSchema(
        lines: ["document-title", "mark", "seal", "specimen", "kind", "column-order", "column-unit"],
        passages: ["subject", "instructions"],
        fields: ["authority", "committee", "parent", "place", "titles", "year", "first", "second"],
        required: ["titles", "year"],
        conditions: ["annulment", "specimen"]
    )

    var values: FieldValues {
        FieldValues(
            [
                "authority": authority.bodyName, "committee": authority.committeeName, "parent": authority.parent,
                "place": authority.place, "titles": RecognitionTitle.listed(units.map(\.kind.title)),
                "year": String(year), "first": kind.firstChoice.vietnamese, "second": kind.secondChoice.vietnamese,
            ],
            conditions: ["annulment": kind == .annulment, "specimen": isSpecimen])
    }
}
