/// Whether a unit may be put to the ballot.
public enum Eligibility: Hashable, Sendable {
    case eligible

    /// Every precondition that is not met, in the profile's order.
    case ineligible([PreconditionFailure])
}

extension GuidanceProfile {
    /// The preconditions that are asked of a kind of unit.
    public func preconditions(for kind: UnitKind) -> [Precondition] {
        preconditions.filter { $0.units.contains(kind) }
    }

    /// The facts that a unit of a kind must state, in the profile's order.
    public func facts(for kind: UnitKind) -> [Fact] {
        let needed = Set(preconditions(for: kind).flatMap(\.check.facts))
        return facts.filter { needed.contains($0.id) }
    }

    /// - Parameter stated: the unit's facts by id, flags being 0 or 1. One that is missing is never assumed.
    public func eligibility(of kind: UnitKind, facts stated: [String: Int]) -> Eligibility {
        let failures = preconditions(for: kind)
            .filter { !$0.check.isMet(by: stated) }
            .map { PreconditionFailure(of: $0, facts: facts, stated: stated) }
        return failures.isEmpty ? .eligible : .ineligible(failures)
    }
}
