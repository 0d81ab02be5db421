/// A rule, its place in the width worked out.
struct RuleDrawing: Drawing {
    private let rule: Rule
    private let offset: Double
    private let width: Double

    init(_ rule: Rule, width: Double) {
        self.rule = rule
        let own =
            switch rule.width {
            case .mm(let length): length.pointsFromMillimetres
            case .share(let share): width * share
            }
        self.width = min(max(own, 0), width)
        offset = rule.alignment.offset(width - self.width)
    }

    var height: Double { rule.thickness }

    func draw(on canvas: Canvas, x: Double, y: Double) {
        canvas.line(
            x: x + offset, y: y + rule.thickness / 2, width: width, thickness: rule.thickness, style: rule.style)
    }
}
