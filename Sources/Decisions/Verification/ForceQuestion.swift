/// Whether a decision that is not known to be annulled is in force.
struct ForceQuestion {
    let intact: Answer
    let trusted: Answer
    let recorded: RegisteredDecision?
    let moment: SigningMoment?
    let now: Int64

    func answer(from register: RegisterKnowledge, _ list: ListKnowledge) -> Answer {
        guard intact.isYes else { return .forceOfDamaged }
        return switch register {
        case .known where recorded != nil: .inForce(at: now)
        case .known, .notKnown: .forceOfUnrecorded
        case .notConsulted: answer(from: list)
        }
    }

    private func answer(from list: ListKnowledge) -> Answer {
        switch list {
        case .notGiven: .forceNotConsulted
        case .unusable(let fault): .listUnusable(fault)
        case .given(let list): silence(of: list)
        }
    }

    /// What it means that `list` does not name the decision: something only while the list is fresh, and only for a
    /// decision that was really made, before the list.
    private func silence(of list: AnnulledList) -> Answer {
        guard trusted.isYes, let moment else { return .listOnUntrusted }
        guard list.issuedAt - DecisionVerifier.tolerance <= now else { return .listNotYetIssued(list) }
        guard now < list.expiresAt else { return .listExpired(list) }
        guard moment.seconds <= list.issuedAt else { return .listOlder(list) }
        return .inForce(asOf: list)
    }
}
