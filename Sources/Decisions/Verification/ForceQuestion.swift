/// Whether a decision that is not known to be annulled is in force.
struct ForceQuestion {
    let intact: VerdictAnswer
    let trusted: VerdictAnswer

    /// When it was signed.
    let moment: SigningMoment?
    let now: Int64

    /// - Parameter isRecorded: whether the register knows it, in the very file at hand.
    func answer(_ register: RegisterKnowledge, isRecorded: Bool, _ list: ListKnowledge) -> VerdictAnswer {
        guard intact.isYes else { return .forceOfDamaged }
        return switch register {
        case .consulted: isRecorded ? .inForce(at: now) : .forceOfUnrecorded
        case .notConsulted: answer(from: list)
        }
    }

    private func answer(from list: ListKnowledge) -> VerdictAnswer {
        switch list {
        case .notGiven: .forceNotConsulted
        case .unusable(let fault): .listUnusable(fault)
        case .given(let list): silence(of: list)
        }
    }

    /// What it means that `list` does not name the decision: something only while the list is fresh, and only for a
    /// decision that was really made, before the list.
    private func silence(of list: AnnulledList) -> VerdictAnswer {
        guard trusted.isYes, let moment else { return .listOnUntrusted }
        guard list.issuedAt - DecisionVerifier.tolerance <= now else { return .listNotYetIssued(list) }
        guard now < list.expiresAt else { return .listExpired(list) }
        guard moment.seconds <= list.issuedAt else { return .listOlder(list) }
        return .inForce(asOf: list)
    }
}
