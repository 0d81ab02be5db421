/// What a form fills its template with.
struct FieldValues: Sendable {
    private(set) var texts: [String: String]
    private(set) var conditions: Set<String>
    private(set) var lists: [String: [[String: String]]]

    init(
        _ texts: [String: String],
        conditions: [String: Bool] = [:],
        lists: [String: [[String: String]]] = [:]
    ) {
        self.texts = texts
        self.conditions = Set(conditions.filter(\.value).keys)
        self.lists = lists
    }

    /// The same values, and those that `others` adds or puts in their place.
    func adding(_ others: [String: String]) -> FieldValues {
        var values = self
        values.texts.merge(others) { $1 }
        return values
    }

    func holds(_ condition: TemplateParagraph.Condition?) -> Bool {
        guard let condition else { return true }
        return conditions.contains(condition.name) == condition.holds
    }

    /// The values with which a paragraph is printed, once for each of its printings.
    func printings(of paragraph: TemplateParagraph) -> [FieldValues] {
        guard holds(paragraph.condition) else { return [] }
        guard let list = paragraph.list else { return [self] }
        return (lists[list] ?? []).map(adding)
    }
}
