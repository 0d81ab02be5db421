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
