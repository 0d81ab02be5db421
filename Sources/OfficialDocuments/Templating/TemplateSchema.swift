/// What a form offers its template, and what it asks of it.
///
/// The template of a form is read against this, so that a field that nobody fills is found when the service starts and
/// not when a decision is printed.
struct TemplateSchema: Sendable {
    /// Parts of one text each: the document's title, the heads of columns.
    let lines: [String]

    /// Parts that are lists of paragraphs.
    let passages: [String]

    /// Fields that may stand in any text.
    let fields: [String]

    /// Fields without which the form would not say what it is for; each must stand somewhere.
    let required: [String]

    /// What a paragraph may depend on.
    let conditions: [String]

    /// Lists over which a paragraph may be repeated, and the fields of their elements.
    let lists: [String: [String]]

    init(
        lines: [String],
        passages: [String] = [],
        fields: [String],
        required: [String] = [],
        conditions: [String] = [],
        lists: [String: [String]] = [:]
    ) {
        self.lines = lines
        self.passages = passages
        self.fields = fields
        self.required = required
        self.conditions = conditions
        self.lists = lists
    }
}
