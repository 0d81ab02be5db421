/// One paragraph of a template, and when and how often it is printed.
struct TemplateParagraph: Hashable, Sendable {
    /// A condition of the form, or its contrary: `"many"`, `"not many"`.
    struct Condition: Hashable, Sendable {
        let name: String
        let holds: Bool

        init(_ text: String) {
            holds = !text.hasPrefix("not ")
            name = holds ? text : String(text.dropFirst(4))
        }
    }

    let style: ParagraphStyle
    let text: TemplateText
    let condition: Condition?

    /// The list whose every element the paragraph is printed for; nil for once.
    let list: String?
}
