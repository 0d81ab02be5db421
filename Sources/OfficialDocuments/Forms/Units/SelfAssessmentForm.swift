/// Mẫu 2: the unit's report on itself, with blanks to be filled in by hand.
public struct SelfAssessmentForm: Hashable, Sendable {
    public let paper: UnitPaper

    public init(_ paper: UnitPaper) { self.paper = paper }

    static let schema = TemplateSchema(
        lines: ["document-title", "kind", "number", "date", "met", "not-met", "sign-for", "position"],
        passages: ["subject", "body", "recipients"], fields: UnitPaper.fields, required: ["unit", "year"])
}
