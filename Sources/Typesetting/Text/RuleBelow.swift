/// The line that official headings have below their last line of text, in the paragraph's alignment.
public enum RuleBelow: Sendable, Hashable {
    case asLongAsText
    /// Of the last line's length, from 0 to 1; centred below the text.
    case fraction(Double)
}
