/// A column that a table may have, and the headers by which it is known.
struct Column: Hashable, Sendable {
    /// The header used in faults.
    let name: String

    /// In any case and spelling that people hold for the same.
    let headers: Set<FoldedName>

    let isRequired: Bool

    init(_ name: String, _ others: String..., required: Bool = true) {
        self.name = name
        headers = Set(([name] + others).map(FoldedName.init))
        isRequired = required
    }
}

/// The column of one fact; whether a table needs it depends on the kinds of unit in it.
struct FactColumn {
    let id: String
    let column: Column

    init(_ fact: Fact) {
        id = fact.id
        column = Column(fact.id, fact.name.vietnamese, fact.name.english, required: false)
    }
}

extension GuidanceProfile {
    /// The facts that are asked as yes or no.
    public var flags: Set<String> {
        Set(
            preconditions.compactMap {
                if case .flag(let fact) = $0.check { fact } else { nil }
            })
    }
}
