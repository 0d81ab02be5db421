/// Text broken into lines.
///
/// At least two lines of it stand at the foot of a page and at the head of the next.
public struct Paragraph: Sendable, Hashable {
    public var runs: [Run]
    public var alignment: Alignment

    /// In mm; a negative one hangs.
    public var firstLineIndent: Double

    /// In points; nothing at the top of a page.
    public var spaceBefore: Double

    /// In points.
    public var spaceAfter: Double

    /// From baseline to baseline, as a multiple of the font's ascent and descent together. Of Liberation Serif these are
    /// 1.107 of the size; what word processors call single spacing is 1.04 here.
    public var lineSpacing: Double

    public var role: ParagraphRole
    public var ruleBelow: RuleBelow?

    /// Whether it may not be the last on a page where more follows, as a heading may not. What follows must then be
    /// on the same page with at least its first two lines, or its first row.
    public var keepsWithNext: Bool

    public init(
        _ runs: [Run], alignment: Alignment = .leading, firstLineIndent: Double = 0, spaceBefore: Double = 0,
        spaceAfter: Double = 0, lineSpacing: Double = 1, role: ParagraphRole = .body, ruleBelow: RuleBelow? = nil,
        keepsWithNext: Bool = false
    ) {
        self.runs = runs
        self.alignment = alignment
        self.firstLineIndent = firstLineIndent
        self.spaceBefore = spaceBefore
        self.spaceAfter = spaceAfter
        self.lineSpacing = lineSpacing
        self.role = role
        self.ruleBelow = ruleBelow
        self.keepsWithNext = keepsWithNext
    }
}

/// What a paragraph is to a reader who listens instead of looking (ISO 32000-1, 14.8.4).
public enum ParagraphRole: Sendable, Hashable {
    case body
    /// From 1 to 6.
    case heading(level: Int)
    /// Ornament, such as a row of hyphens: not read out.
    case artifact
}

/// The line that official headings have below their last line of text, in the paragraph's alignment.
public enum RuleBelow: Sendable, Hashable {
    case asLongAsText
    /// Of the last line's length, from 0 to 1; centred below the text.
    case fraction(Double)
}
