/// What a precondition asks of a unit's facts.
public enum PreconditionCheck: Hashable, Sendable {
    /// A part over its whole; over a whole of zero it is not met.
    case share(part: String, whole: String, Threshold)

    case minimum(fact: String, Int)

    /// The minimum is that of the last step whose `from` the size fact reaches; below the first step it is not met.
    case minimumBySize(fact: String, size: String, [SizeStep])

    case maximum(fact: String, Int)

    /// Stated as 1; as 0 or anything else it is not met.
    case flag(fact: String)

    /// The facts that the check needs.
    public var facts: [String] {
        switch self {
        case .share(let part, let whole, _): [part, whole]
        case .minimumBySize(let fact, let size, _): [fact, size]
        case .minimum(let fact, _), .maximum(let fact, _), .flag(let fact): [fact]
        }
    }

    /// Whether `facts` meet it; a fact that is missing or negative never does.
    func isMet(by facts: [String: Int]) -> Bool {
        let stated = self.facts.compactMap { facts[$0] }
        guard stated.count == self.facts.count, let first = stated.first, let last = stated.last,
            stated.allSatisfy({ $0 >= 0 })
        else { return false }
        switch self {
        case .share(_, _, let threshold):
            // A part above its whole is a slip of the pen, not a pass.
            return first <= last && threshold.isMet(by: first, of: last)
        case .minimum(_, let least): return first >= least
        case .minimumBySize(_, _, let steps): return steps.least(for: last).map { first >= $0 } ?? false
        case .maximum(_, let most): return first <= most
        case .flag: return first == 1
        }
    }
}
