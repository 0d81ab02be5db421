import StrictEncoding

extension AnnulmentStatement {
    /// A ballot on an annulment, and what it decided.
    public struct Ballot: Hashable, Sendable {
        public let round: RoundReference
        public let outcomes: RoundOutcomes

        public init(round: RoundReference, outcomes: RoundOutcomes) {
            self.round = round
            self.outcomes = outcomes
        }
    }

    /// The statement that ends `decision`.
    /// - Parameters:
    ///   - digest: the SHA-256 of the decision's exact bytes.
    ///   - ballot: of the certified annulment round, where one was held.
    /// - Throws: `DecisionRefusal` for another authority than the decision's, a date before it, a reason that is no
    ///   `PlainText`, a digest that is not 32 bytes, or a ballot that did not pass for the unit.
    public static func draft(
        annulling decision: DecisionStatement,
        digest: [UInt8],
        authority: Authority,
        number: DecisionNumber,
        date: CalendarDate,
        reason: String,
        ballot: Ballot?,
        signer: Signer
    ) throws(DecisionRefusal) -> AnnulmentStatement {
        guard authority == decision.authority else { throw .otherAuthority }
        guard date >= decision.date else { throw .beforeDecision }
        let annulled = try annulled(decision, digest: digest, because: reason)
        try ballot?.requirePassed(for: decision.unit)
        return AnnulmentStatement(
            authority: authority,
            number: number,
            date: date,
            annuls: annulled,
            unit: decision.unit,
            year: decision.year,
            reason: reason,
            round: ballot?.round,
            signer: signer
        )
    }

    private static func annulled(
        _ decision: DecisionStatement, digest: [UInt8], because reason: String
    ) throws(DecisionRefusal) -> AnnulledDecision {
        do {
            try PlainText.check(reason, maximum: maximumReason, at: "reason")
            return try AnnulledDecision(number: decision.number, digest: digest)
        } catch {
            throw .malformed(error)
        }
    }
}

extension AnnulmentStatement.Ballot {
    fileprivate func requirePassed(for unit: Unit) throws(DecisionRefusal) {
        guard outcomes.kind == .annulment else { throw .wrongKind(outcomes.kind) }
        guard let outcome = outcomes.outcome(of: unit.id), outcome.unit == unit else { throw .unknownUnit(unit.id) }
        guard outcome.passed else { throw .notPassed(outcome.failures) }
    }
}
