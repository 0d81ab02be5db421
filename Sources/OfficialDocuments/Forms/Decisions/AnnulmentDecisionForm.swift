public import Recognition
public import Typesetting

/// A decision that annuls a recognition.
public struct AnnulmentDecisionForm: Hashable, Sendable {
    public let statement: AnnulmentStatement

    /// The decision that it ends.
    public let annulled: DecisionStatement
    public let citation: String

    /// The day of the ballot on the annulment, where one was held.
    public let ballotDate: CalendarDate?

    /// What the QR code on the first page says; nil for no code.
    public let verification: String?

    /// - Throws: `FormFault` where the statement annuls another decision, by number, unit or year, than `annulled`.
    public init(
        statement: AnnulmentStatement, annulled: DecisionStatement, citation: String, ballotDate: CalendarDate?,
        verification: String? = nil
    ) throws(FormFault) {
        guard statement.annuls.number == annulled.number, statement.unit == annulled.unit,
            statement.year == annulled.year
        else { throw .otherDecision }
        self.statement = statement
        self.annulled = annulled
        self.citation = citation
        self.ballotDate = ballotDate
        self.verification = verification
    }
}

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
