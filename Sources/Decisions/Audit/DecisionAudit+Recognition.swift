import Recognition
import SecretBallot
import StrictEncoding

/// Recognitions: they follow from the round and are within the guidance.
extension DecisionAudit {
    mutating func check(_ statement: DecisionStatement, at path: DecisionPath) {
        switch manifest.kind {
        case .recognition:
            checkGround(statement, at: path)
            checkOutcome(statement, at: path)
            checkForm(statement, at: path)
        case .annulment:
            // Here they are those of earlier rounds that the ballot was about.
            if statement.round.roundID == manifest.roundID.bytes { add(path, "a round of annulment recognises nobody") }
        }
    }

    private mutating func checkGround(_ statement: DecisionStatement, at path: DecisionPath) {
        compare(
            path, with: "in the manifest",
            [
                ("roundID", .bytes(statement.round.roundID), .bytes(manifest.roundID.bytes)),
                ("guidance", statement.guidance.json, manifest.guidance.json),
                ("year", .integer(statement.year), .integer(manifest.year)),
            ])
        checkBoxRoot(of: statement.round, at: path)
    }

    mutating func checkBoxRoot(of round: RoundReference, at path: DecisionPath) {
        guard let seal else { return add(path, "boxRoot: there is no seal to compare it with") }
        compare(path, with: "in the seal", [("boxRoot", .bytes(round.boxRoot), .bytes(seal.boxRoot))])
    }

    private mutating func checkOutcome(_ statement: DecisionStatement, at path: DecisionPath) {
        guard let outcomes else { return add(path, "the outcomes could not be recomputed") }
        guard let outcome = outcomes.outcome(of: statement.unit.id) else { return }
        if !outcome.passed { add(path, "the unit was not recognised: \(outcome.failures.words)") }
        let isSame = statement.tally.elementsEqual(outcome.criteria) {
            $0.criterion == $1.criterion.id && $0.counts == $1.counts
        }
        if !isSame { add(path, "tally: not the one recomputed from the boxes") }
    }

    private mutating func checkForm(_ statement: DecisionStatement, at path: DecisionPath) {
        switch profile?.competence(of: statement.authority.kind, over: statement.unit.kind) {
        case nil: break
        case .incompetent(let reason): add(path, reason.english)
        case .competent(let form):
            if statement.form != form { add(path, "form: should be \(form.rawValue)") }
        }
    }
}

extension [OutcomeFailure] {
    var words: String { map(\.text.english).joined(separator: " ") }
}
