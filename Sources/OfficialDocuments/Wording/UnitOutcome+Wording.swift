import Recognition

extension UnitOutcome {
    /// A unit that did not pass, and why, for a list.
    var texts: [String: String] {
        ["unit": unit.name, "reasons": failures.map(\.text.vietnamese).joined(separator: " ")]
    }
}
