import TestSupport
import Testing

@testable import Relay

@Suite struct MixSizeTests {
    /// The rule as it is written: k of them have atLeast ≤ k, and no greater k has as many.
    private func bruteForce(_ atLeast: [Int]) -> Int {
        (0...atLeast.count).last { size in atLeast.count { $0 <= size } >= size } ?? 0
    }

    @Test(arguments: [
        ([], 0), ([1], 1), ([2], 0), ([2, 2], 2), ([1, 3], 1), ([3, 3, 3, 9], 3), ([4, 4, 4, 9], 0), ([1, 2, 3, 4], 4),
        ([1, 1, 1], 3), ([65_535], 0), ([2, 3, 3, 4, 7, 7], 4), ([5, 5, 5, 5, 5, 6], 6),
    ])
    func examples(atLeast: [Int], size: Int) { #expect(MixSize.greatest(atLeast) == size) }

    @Test func isTheGreatestThatTheRuleAllows() {
        var random = SeededRandom()
        for _ in 0..<20_000 {
            let atLeast = (0..<random.below(14)).map { _ in 1 + random.below(16) }
            let size = MixSize.greatest(atLeast)
            #expect(size == bruteForce(atLeast), "\(atLeast) \(random)")
            // Who is in the mix follows: exactly those.
            #expect(atLeast.count { $0 <= size } == size, "\(atLeast) \(random)")
        }
    }

    /// Nobody is mixed with fewer than they asked for, and lowering never makes a mix smaller.
    @Test func loweringNeverMakesItSmaller() {
        var random = SeededRandom()
        for _ in 0..<5_000 {
            var atLeast = (0..<1 + random.below(12)).map { _ in 1 + random.below(14) }
            let before = MixSize.greatest(atLeast)
            let place = random.below(atLeast.count)
            atLeast[place] = 1 + random.below(atLeast[place])
            #expect(MixSize.greatest(atLeast) >= before, "\(atLeast) \(random)")
        }
    }
}
