import Recognition
public import Typesetting

extension AnnulmentDecisionForm: OfficialForm {
    public func document(_ templates: TemplateSet, created: Int64) throws(TemplateFault) -> PrintedDocument {
        let words = try templates.filled(.annulmentDecision, with: values)
        let page = DecisionPage(
            words: words, fields: fields, signFor: statement.authority.signFor, code: verification)
        return OfficialLayout.document(
            try words.line("document-title"), by: statement.authority.bodyName, created: created,
            try page.blocks(templates))
    }
}

extension Authority {
    /// The part of a template that says for whom the signer signs.
    var signFor: String { isStandingCommittee ? "sign-for-standing-committee" : "sign-for-committee" }
}
