public import Typesetting

/// Mẫu 1: the unit's plan for the year, with blanks to be filled in by hand.
public struct PlanForm: Hashable, Sendable {
    public let paper: UnitPaper

    public init(_ paper: UnitPaper) { self.paper = paper }

    static let schema = TemplateSchema(
        lines: ["document-title", "kind", "number", "date", "sign-for", "position"],
        passages: ["subject", "body", "recipients"], fields: UnitPaper.fields, required: ["unit", "year"])
}

extension PlanForm: OfficialForm {
    public func document(_ templates: TemplateSet, created: Int64) throws(TemplateFault) -> PrintedDocument {
        try paper.document(.plan, templates, created: created)
    }
}

/// Mẫu 2: the unit's report on itself, with blanks to be filled in by hand.
public struct SelfAssessmentForm: Hashable, Sendable {
    public let paper: UnitPaper

    public init(_ paper: UnitPaper) { self.paper = paper }

    static let schema = TemplateSchema(
        lines: ["document-title", "kind", "number", "date", "met", "not-met", "sign-for", "position"],
        passages: ["subject", "body", "recipients"], fields: UnitPaper.fields, required: ["unit", "year"])
}

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
