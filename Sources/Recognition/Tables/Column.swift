/// A column that a table may have, and the headers by which it is known.
struct Column: Hashable, Sendable {
    /// The header used in faults.
    let name: String

    /// In any case; canonically equivalent spellings are the same.
    let headers: Set<String>

    let isRequired: Bool

    init(_ name: String, _ others: String..., required: Bool = true) {
        self.name = name
        headers = Set(([name] + others).map { $0.lowercased() })
        isRequired = required
    }
}
