import Foundation
import OpenSSLKit
import TestSupport
import Testing

/// Who cast which slip, guessed by somebody at the service who sees every connection, moment and byte, has all keys and
/// keeps everything.
///
/// In a mix of k voters who guesses each contest's slips onto the k voters, whatever by, is right once a contest on the
/// average, with a variance of 1, if the mix is uniform: contests are permuted independently of each other. So over N
/// contests of all evenings together the number of right guesses is judged by z = (right − N) / √N, two-sided at
/// |z| < 5: by chance alone one such number in two million is beyond it.
@Suite(.serialized) struct SecrecyTests {
    /// Of each size of mix, with 88 contests, as `make secrecy` says; the short form has eight contests, and two for few
    /// sizes.
    private static let evenings = ProcessInfo.processInfo.environment["PHIEUKIN_SECRECY"].flatMap { Int($0) }
    private static let bound = 5.0

    /// Fresh keys of 22 units, once.
    private static let longKeys = Result {
        try (0..<88).map { _ in try RSAPrivateKey.generate().pkcs8() }
    }

    private func evening(
        mixed: Int, kills: Bool, garbles: Bool = false, _ random: inout SeededRandom
    ) async throws -> Evening.Outcome {
        let keys = Self.evenings == nil ? nil : try Self.longKeys.get()
        return try await Evening(
            mixed: mixed, killsRelay: kills, garblesAnswers: garbles, tokenKeys: keys, seed: random.next()
        ).hold()
    }

    /// What a relay is for: without one the service knows nearly everything.
    @Test func straightSlipsAreNearlyAllAttributed() async throws {
        var random = SeededRandom()
        let outcome = try await evening(mixed: 0, kills: false, &random)
        let all = Evening.voters * outcome.contests
        print("straight: \(outcome.straight) of \(all)")
        #expect(outcome.straight[.connection] == all, "\(random)")
        #expect(outcome.relayed.values.allSatisfy { $0 == 0 })
    }

    @Test(arguments: evenings == nil ? [2, 5, 15] : Array(2...15))
    func mixedSlipsAreGuessedByChanceAlone(mixed: Int) async throws {
        var random = SeededRandom()
        var (right, contests): ([Adversary.Rule: Int], Int) = ([:], 0)
        // Of two in a mix half are guessed by chance: it takes more contests to see that somebody knows.
        for number in 0..<(Self.evenings ?? (mixed == 2 ? 4 : 2)) {
            let outcome = try await evening(mixed: mixed, kills: number % 2 == 1, &random)
            right.merge(outcome.relayed, uniquingKeysWith: +)
            contests += outcome.contests
            // Those outside the mix are known as before, and no more of those inside for it.
            let straight = (Evening.voters - mixed) * outcome.contests
            #expect(outcome.straight[.connection] == straight, "\(random)")
        }
        #expect(Self.deviation(mixed * contests, of: contests) > Self.bound, "who knows all would be seen")
        for (rule, count) in right {
            let z = Self.deviation(count, of: contests)
            print("a mix of \(mixed), by \(rule): \(count) right, \(contests) by chance, z = \(z)")
            #expect(abs(z) < Self.bound, "\(rule) \(random)")
        }
    }

    /// A service that answers wrongly on purpose sees nobody react: what a device does depends on no answer. That receipts did
    /// not come, members are told, and the box has the slips all the same.
    @Test(arguments: evenings == nil ? [5] : [2, 5, 15])
    func wrongAnswersTellNothing(mixed: Int) async throws {
        var random = SeededRandom()
        var (right, contests): ([Adversary.Rule: Int], Int) = ([:], 0)
        for _ in 0..<(Self.evenings ?? 2) {
            let outcome = try await evening(mixed: mixed, kills: false, garbles: true, &random)
            let all = mixed * outcome.contests
            // Of a mix of no more than one request, every third answer.
            #expect(outcome.unreceipted >= all / 3 && outcome.unreceipted < all, "\(random)")
            right.merge(outcome.relayed, uniquingKeysWith: +)
            contests += outcome.contests
        }
        for (rule, count) in right {
            let z = Self.deviation(count, of: contests)
            print("a mix of \(mixed), spoilt, by \(rule): \(count) right, \(contests) by chance, z = \(z)")
            #expect(abs(z) < Self.bound, "\(rule) \(random)")
        }
    }

    /// The judge itself: what is not mixed is told from what is.
    @Test func theStatisticSeesAnOrderThatIsKept() {
        var random = SeededRandom()
        let (contests, voters) = (16, 15)
        var (kept, mixed) = (0, 0)
        for _ in 0..<contests {
            kept += voters
            mixed += (0..<voters).shuffled(using: &random).enumerated().count { $0.offset == $0.element }
        }
        #expect(Self.deviation(kept, of: contests) > Self.bound)
        #expect(abs(Self.deviation(mixed, of: contests)) < Self.bound, "\(random)")
        // One voter of a mix who is always known is enough to be seen over many contests.
        #expect(Self.deviation(2 * 88, of: 88) > Self.bound)
    }

    private static func deviation(_ right: Int, of contests: Int) -> Double {
        Double(right - contests) / Double(contests).squareRoot()
    }
}
