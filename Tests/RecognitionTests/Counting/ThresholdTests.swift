import TestSupport
import Testing

@testable import Recognition

@Suite struct ThresholdTests {
    @Test(arguments: [
        (Threshold.Comparison.atLeast, 2, 3, 15, 10), (.atLeast, 2, 3, 14, 10), (.atLeast, 2, 3, 16, 11),
        (.moreThan, 1, 2, 14, 8), (.moreThan, 1, 2, 13, 7), (.moreThan, 1, 2, 15, 8), (.atLeast, 1, 2, 14, 7),
        (.atLeast, 70, 100, 20, 14), (.atLeast, 70, 100, 19, 14), (.moreThan, 85, 100, 20, 18), (.atLeast, 1, 1, 9, 9),
        (.moreThan, 0, 1, 5, 1), (.atLeast, 0, 1, 5, 0), (.atLeast, 95, 100, 100, 95),
    ])
    func boundary(comparison: Threshold.Comparison, n: Int, d: Int, base: Int, needed: Int) throws {
        let threshold = Threshold(comparison, try Fraction(n, d))
        #expect(threshold.needed(of: base) == needed)
        #expect(threshold.isMet(by: needed, of: base))
        #expect(!threshold.isMet(by: needed - 1, of: base))
    }

    @Test(arguments: Threshold.Comparison.allCases, [0, -1, Int.min])
    func nothingHoldsOverNothing(comparison: Threshold.Comparison, base: Int) throws {
        let threshold = Threshold(comparison, try Fraction(0, 1))
        #expect(!threshold.isMet(by: 5, of: base))
        #expect(threshold.needed(of: base) == nil)
    }

    @Test func moreThanAllIsNeverMet() throws {
        let threshold = Threshold(.moreThan, try Fraction(1, 1))
        #expect(!threshold.isMet(by: 9, of: 9))
        #expect(threshold.needed(of: 9) == 10)
    }

    @Test func largestValuesDoNotOverflow() throws {
        let almost = try Fraction(999_999, 1_000_000)
        let largest = Int(UInt32.max)
        #expect(Threshold(.moreThan, almost).isMet(by: largest, of: largest))
        #expect(Threshold(.atLeast, try Fraction(1, 1)).isMet(by: .max, of: .max))
        #expect(!Threshold(.atLeast, almost).isMet(by: .min, of: .max))
        #expect(Threshold(.moreThan, almost).needed(of: largest).map { $0 <= largest } == true)
    }

    /// `needed` against a search, and the integers against each other.
    @Test func neededIsTheSmallestThatMeets() throws {
        var random = SeededRandom(1)
        for _ in 0..<2000 {
            let d = Int.random(in: 1...100, using: &random)
            let fraction = try Fraction(Int.random(in: 0...d, using: &random), d)
            let threshold = Threshold(Bool.random(using: &random) ? .atLeast : .moreThan, fraction)
            let base = Int.random(in: 1...60, using: &random)
            let searched = (0...base + 1).first { threshold.isMet(by: $0, of: base) }
            #expect(threshold.needed(of: base) == searched)
        }
    }
}
