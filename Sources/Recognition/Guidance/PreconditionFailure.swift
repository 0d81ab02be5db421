/// A precondition that a unit does not meet: what was asked, and what was found.
public struct PreconditionFailure: Hashable, Sendable {
    public let precondition: Precondition

    /// "ít nhất 70 %"
    public let required: BilingualText

    /// "12/20 (60 %)", or which facts are not stated.
    public let found: BilingualText

    init(of precondition: Precondition, facts: [Fact], stated: [String: Int]) {
        let missing = facts.filter { precondition.check.facts.contains($0.id) && stated[$0.id] == nil }
        self.precondition = precondition
        required = precondition.check.required(of: stated)
        found = missing.isEmpty ? precondition.check.found(in: stated) : Self.notStated(missing)
    }

    private static func notStated(_ facts: [Fact]) -> BilingualText {
        BilingualText(
            "chưa khai: \(facts.map(\.name.vietnamese).joined(separator: "; "))",
            "not stated: \(facts.map(\.name.english).joined(separator: "; "))"
        )
    }
}
