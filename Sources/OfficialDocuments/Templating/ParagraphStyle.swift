/// The styles that a template's paragraphs may have; what each looks like is `OfficialLayout`'s.
enum ParagraphStyle: String, CaseIterable, Hashable, Sendable {
    /// Justified, first line indented.
    case body

    /// Justified, no indent: what continues a line above.
    case flush

    /// A numbered head of a section, bold.
    case heading

    /// Centred and upright, or bold.
    case centred, title

    /// Smaller and italic: how to mark, what to return.
    case note

    /// Small, to the left: the lines below "Nơi nhận".
    case recipient

    /// The text, then dots to the end of the line, for writing by hand.
    case blank

    /// A pair of boxes to tick.
    case boxes
}
