import Recognition
import SecretBallot
import StrictEncoding

/// Annulments: each ends a recognition of this record, and follows from a ballot where one was held.
extension DecisionAudit {
    mutating func check(_ statement: AnnulmentStatement, at path: DecisionPath) {
        if let annulled = recognitions[statement.unit.id] {
            check(statement, against: annulled, at: path)
        } else {
            add(path, "names no recognition that is in the record")
        }
        switch manifest.kind {
        case .annulment: checkBallot(statement, at: path)
        case .recognition:
            if statement.round?.roundID == manifest.roundID.bytes { add(path, "this was not a round of annulment") }
        }
    }

    private mutating func check(
        _ statement: AnnulmentStatement, against annulled: ExactDecision, at path: DecisionPath
    ) {
        // Authority and unit are the manifest's in both, or there is a fault already.
        let decision = annulled.statement
        compare(
            path, with: "of the recognition",
            [
                ("annuls.digest", .bytes(statement.annuls.digest), .bytes(annulled.digest)),
                (
                    "annuls.number", .string(statement.annuls.number.description),
                    .string(decision.number.description)
                ),
                ("year", .integer(statement.year), .integer(decision.year)),
            ])
        if statement.date < decision.date { add(path, "date: before that of the recognition") }
    }

    private mutating func checkBallot(_ statement: AnnulmentStatement, at path: DecisionPath) {
        guard let round = statement.round, round.roundID == manifest.roundID.bytes else {
            return add(path, "round: not this one")
        }
        checkBoxRoot(of: round, at: path)
        guard let outcomes else { return add(path, "the outcomes could not be recomputed") }
        guard let outcome = outcomes.outcome(of: statement.unit.id), !outcome.passed else { return }
        add(path, "the ballot did not annul: \(outcome.failures.words)")
    }
}
