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
