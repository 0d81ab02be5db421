import StrictEncoding

/// "At least" or "more than" a fraction of a base.
public struct Threshold: Hashable, Sendable {
    /// The raw value is the member's name in JSON.
    public enum Comparison: String, CaseIterable, Hashable, Sendable {
        case atLeast
        case moreThan
    }

    public let comparison: Comparison
    public let fraction: Fraction

    public init(_ comparison: Comparison, _ fraction: Fraction) {
        self.comparison = comparison
        self.fraction = fraction
    }

    /// Whether count·d ≥ base·n, or > where that is asked; over a base of zero or less nothing is met.
    ///
    /// Products are taken at double width: no pair of integers overflows.
    public func isMet(by count: Int, of base: Int) -> Bool {
        guard base > 0 else { return false }
        let reached = count.multipliedFullWidth(by: fraction.denominator)
        let asked = base.multipliedFullWidth(by: fraction.numerator)
        switch comparison {
        case .atLeast: return (reached.high, reached.low) >= (asked.high, asked.low)
        case .moreThan: return (reached.high, reached.low) > (asked.high, asked.low)
        }
    }

    /// The smallest count that meets the threshold; nil over a base of zero, where none does.
    func needed(of base: Int) -> Int? {
        guard base > 0 else { return nil }
        let share = fraction.denominator.dividingFullWidth(base.multipliedFullWidth(by: fraction.numerator))
        return comparison == .moreThan || share.remainder > 0 ? share.quotient + 1 : share.quotient
    }
}

extension Threshold {
    static let memberNames = Comparison.allCases.map(\.rawValue)

    /// Reads `"atLeast": [n, d]` or `"moreThan": [n, d]` from among an object's members.
    /// - Throws: `MalformedInput` unless there is exactly one of them.
    init(among object: JSONObjectReader) throws(MalformedInput) {
        let stated = Comparison.allCases.filter { object.optional($0.rawValue) != nil }
        guard stated.count == 1, let comparison = stated.first else {
            throw MalformedInput(.wrongValue, at: object.place, "exactly one of atLeast, moreThan")
        }
        self.comparison = comparison
        fraction = try Fraction(reading: object.member(comparison.rawValue))
    }
}
