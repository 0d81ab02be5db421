/// What a paragraph is to a reader who listens instead of looking (ISO 32000-1, 14.8.4).
public enum ParagraphRole: Sendable, Hashable {
    case body
    /// From 1 to 6.
    case heading(level: Int)
    /// Ornament, such as a row of hyphens: not read out.
    case artifact
}
