import StrictEncoding

extension DecisionStatement {
    /// The statement for one unit of a certified round; each needs a number of its own.
    /// - Parameters:
    ///   - id: the unit's.
    ///   - outcomes: of the certified round; that they are certified is for the caller to know.
    /// - Throws: `DecisionRefusal` unless the unit is recognised there and the authority is competent for its kind.
    public static func draft(
        for id: String,
        in outcomes: RoundOutcomes,
        context: DecisionContext,
        number: DecisionNumber,
        date: CalendarDate
    ) throws(DecisionRefusal) -> DecisionStatement {
        guard outcomes.kind == .recognition else { throw .wrongKind(outcomes.kind) }
        guard let outcome = outcomes.outcome(of: id) else { throw .unknownUnit(id) }
        guard outcome.passed else { throw .notPassed(outcome.failures) }
        guard context.guidance.id == context.profile.id else { throw .otherGuidance }
        guard (1...9999).contains(context.year) else {
            throw .malformed(MalformedInput(.outOfRange, at: "year", "1 to 9999"))
        }
        return DecisionStatement(
            authority: context.authority,
            form: try context.form(for: outcome.unit.kind),
            number: number,
            date: date,
            unit: outcome.unit,
            year: context.year,
            guidance: context.guidance,
            round: context.round,
            tally: outcome.criteria.map(CriterionTally.init),
            signer: context.signer
        )
    }
}

extension DecisionContext {
    fileprivate func form(for kind: UnitKind) throws(DecisionRefusal) -> DecisionForm {
        switch profile.competence(of: authority.kind, over: kind) {
        case .competent(let form): return form
        case .incompetent(let reason): throw .notCompetent(reason)
        }
    }
}
