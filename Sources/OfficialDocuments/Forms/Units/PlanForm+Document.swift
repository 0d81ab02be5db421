public import Typesetting

extension PlanForm: OfficialForm {
    public func document(_ templates: TemplateSet, created: Int64) throws(TemplateFault) -> PrintedDocument {
        try paper.document(.plan, templates, created: created)
    }
}
