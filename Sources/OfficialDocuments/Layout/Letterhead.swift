/// The head of a document: who issues it at the left, the Party's name at the right, number and date below.
struct Letterhead: Hashable, Sendable {
    let parent: String
    let authority: String
    let place: String
    let date: String

    /// nil where the document has none.
    let number: String?

    static let schema = TemplateSchema(
        lines: ["superior", "body", "number", "party", "date", "recipients"],
        fields: ["parent", "authority", "place", "date", "number"],
        required: ["parent", "authority", "place", "date", "number"])

    var values: FieldValues {
        FieldValues([
            "parent": parent, "authority": authority, "place": place, "date": date, "number": number ?? "",
        ])
    }
}
