public import Typesetting

extension SelfAssessmentForm: OfficialForm {
    public func document(_ templates: TemplateSet, created: Int64) throws(TemplateFault) -> PrintedDocument {
        let words = try templates.filled(.selfAssessment, with: paper.values)
        let boxes = Self.boxes(try words.line("met"), try words.line("not-met"))
        return try paper.document(.selfAssessment, templates, created: created, boxes: boxes)
    }

    /// Both answers on one line, each with its box.
    private static func boxes(_ met: FilledText, _ notMet: FilledText) -> [Block] {
        func word(_ text: FilledText, width: Double) -> Column {
            Column(
                width: .mm(width),
                [.paragraph(Paragraph(OfficialLayout.runs(text, size: OfficialLayout.bodySize), alignment: .trailing))])
        }
        let box = Column(width: .mm(12), [.box(Box(side: 5))])
        return [
            .space(1.5), .columns([Column([]), word(met, width: 30), box, word(notMet, width: 45), box, Column([])]),
        ]
    }
}
