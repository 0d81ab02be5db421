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
