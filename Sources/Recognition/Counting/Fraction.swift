public import StrictEncoding

/// A share between none and all, kept as two integers so that no rule is ever decided by rounding.
public struct Fraction: Hashable, Sendable {
    public static let largestDenominator = 1_000_000

    public let numerator: Int
    public let denominator: Int

    /// - Throws: `MalformedInput` unless 1 ≤ denominator ≤ 1,000,000 and 0 ≤ numerator ≤ denominator.
    public init(_ numerator: Int, _ denominator: Int) throws(MalformedInput) {
        guard (1...Self.largestDenominator).contains(denominator) else {
            throw MalformedInput(.outOfRange, at: "[1]", "a denominator of 1 to \(Self.largestDenominator)")
        }
        guard (0...denominator).contains(numerator) else {
            throw MalformedInput(.outOfRange, at: "[0]", "a numerator of 0 to the denominator")
        }
        self.numerator = numerator
        self.denominator = denominator
    }
}

extension Fraction {
    /// Reads `[n, d]`.
    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let parts = try reader.array(of: 2...2)
        let (numerator, denominator) = (try parts[0].integer(), try parts[1].integer())
        do {
            self = try Fraction(numerator, denominator)
        } catch {
            throw error.inside(reader.place)
        }
    }

    public var json: JSONValue { [.integer(numerator), .integer(denominator)] }
}
