/// A paragraph broken into lines, which may come to stand on several pages.
final class SetParagraph {
    /// In points: below the text, and the line's own thickness.
    private static let (ruleGap, ruleThickness) = (2.0, 0.75)

    /// nil where the text is an artifact, or a part of what is tagged round it.
    let tag: String?
    private let lines: [(text: ShapedText, index: Int)]
    private let spacing: Double
    private let rule: RuleBelow?

    /// - Parameter texts: One for each line break that the text itself has, and one more.
    init(_ texts: [ShapedText], tag: String?, spacing: Double = 1, rule: RuleBelow? = nil) {
        lines = texts.flatMap { text in text.lines.indices.map { (text, $0) } }
        (self.tag, self.spacing, self.rule) = (tag, spacing, rule)
    }

    var lastIndex: Int { lines.count - 1 }

    /// Two lines at least stand together at either end.
    func strips(keepsWithNext: Bool) -> [Strip] {
        lines.indices.map { index in
            let allows = index == lastIndex ? !keepsWithNext : index >= 1 && index <= lastIndex - 2
            return Strip(
                content: .line(self, index: index), height: height(ofLine: index), allowsBreakAfter: allows)
        }
    }

    func draw(line index: Int, on canvas: Canvas, x: Double, y: Double) {
        lines[index].text.draw(line: lines[index].index, on: canvas, x: x, y: y)
        if let rule, index == lastIndex { draw(rule, below: measures(ofLine: index), on: canvas, x: x, y: y) }
    }

    /// In points; the last line has the rule below it.
    private func height(ofLine index: Int) -> Double {
        let height = measures(ofLine: index).height
        guard rule != nil, index == lastIndex else { return height * spacing }
        return max(height * spacing, height + SetParagraph.ruleGap) + SetParagraph.ruleThickness
    }

    private func measures(ofLine index: Int) -> ShapedLine { lines[index].text.lines[lines[index].index] }

    private func draw(_ rule: RuleBelow, below line: ShapedLine, on canvas: Canvas, x: Double, y: Double) {
        let share = if case .fraction(let fraction) = rule { fraction } else { 1.0 }
        canvas.line(
            x: x + line.x + line.width * (1 - share) / 2, y: y + line.height + SetParagraph.ruleGap / 2,
            width: line.width * share, thickness: SetParagraph.ruleThickness)
    }
}
