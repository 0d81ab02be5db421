import StrictEncoding

/// From this size up, at least this much.
public struct SizeStep: Hashable, Sendable {
    public let from: Int
    public let least: Int

    public init(from: Int, least: Int) {
        self.from = from
        self.least = least
    }
}

extension [SizeStep] {
    /// What `size` asks for; nil below the first step.
    func least(for size: Int) -> Int? { last { $0.from <= size }?.least }
}

extension JSONReader {
    /// The value as `[[from, least], …]`, sizes ascending.
    func sizeSteps() throws(MalformedInput) -> [SizeStep] {
        var steps: [SizeStep] = []
        for element in try array(of: 1...16) {
            let pair = try element.array(of: 2...2)
            let from = try pair[0].integer(in: 0...Fraction.largestDenominator)
            guard steps.last.map({ $0.from < from }) ?? true else { throw element.wrongValue("sizes ascend") }
            steps.append(SizeStep(from: from, least: try pair[1].integer(in: 0...Fraction.largestDenominator)))
        }
        return steps
    }
}
