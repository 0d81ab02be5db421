import OpenSSLKit
import TestSupport
import Testing

@testable import CocktailDKG

/// What a session is for: any t participants have the key's secret together, and fewer have nothing of it.
struct KeyTests {
    @Test(arguments: [(1, 1), (1, 2), (2, 2), (2, 3), (3, 5), (1, 9), (5, 9), (9, 9)])
    func anyThresholdOfShares(threshold: Int, count: Int) throws {
        let small = try SmallSession(threshold, of: count)
        let shares = try (1...count).map { try small.combine($0) }
        #expect(Set(shares.map(\.keys)).count == 1)
        let groupKey = shares[0].keys.groupKey
        var random = SeededRandom()
        for _ in 0..<4 {
            let places = (1...count).shuffled(using: &random).prefix(threshold)
            let secret = try P256Scalar.interpolatedAtZero(places.map { ($0, shares[$0 - 1].secret) })
            #expect(try P256Point.generator * secret == groupKey, "\(places) \(random)")
        }
        #expect(try small.certificate().verified() == shares[0].keys)
    }

    @Test func fewerSharesAreAnotherKey() throws {
        let small = try SmallSession(3, of: 5)
        let shares = try (1...5).map { (place: $0, value: try small.combine($0).secret) }
        let groupKey = try small.combine(1).keys.groupKey
        for left in 0..<5 {
            for other in 0..<5 where other != left {
                let pair = [shares[left], shares[other]]
                #expect(try P256Point.generator * P256Scalar.interpolatedAtZero(pair) != groupKey)
            }
        }
    }

    @Test func sharesAreCheckedAgainstTheirPlace() throws {
        let small = try SmallSession(2, of: 3)
        let shares = try (1...3).map { try small.combine($0) }
        for (share, place) in [(0, 1), (1, 2), (2, 3)] {
            #expect(try shares[0].keys.isShare(shares[share].secret, at: place))
            #expect(try !shares[0].keys.isShare(shares[share].secret, at: place % 3 + 1))
        }
        #expect(try !shares[0].keys.isShare(P256Scalar(0), at: 1))
    }

    @Test func aPlaceTwiceIsNoInterpolation() {
        #expect(throws: P256Error.noInverse) {
            try P256Scalar.interpolatedAtZero([(1, P256Scalar(5)), (1, P256Scalar(5))])
        }
    }

    /// One device that comes back with nothing but its static key and what others kept.
    @Test func recoversFromTheStaticKey() throws {
        let small = try SmallSession(2, of: 4)
        let certificate = try small.certificate(extension: [1, 2, 3])
        for participant in small.participants {
            let recovered = try certificate.recovered(
                by: participant.staticKey, from: small.bundle(for: participant.index))
            #expect(try recovered.secret == small.combine(participant.index).secret)
        }
    }

    /// A polynomial that is zero at somebody's place is as good as another.
    @Test func aShareMayBeZero() throws {
        var small = try SmallSession(2, of: 3)
        var coefficients = [try P256Scalar(2).negated(), P256Scalar(1), try P256Scalar.random()].makeIterator()
        small.messages[0] = try small.participants[0].deal(drawing: { try coefficients.next() ?? P256Scalar.random() })
        let shares = try (1...3).map { (place: $0, value: try small.combine($0).secret) }
        #expect(try small.messages[0].dealing.commitment.evaluated(at: 2) == nil)
        let secret = try P256Scalar.interpolatedAtZero(Array(shares.suffix(2)))
        #expect(try P256Point.generator * secret == small.combine(1).keys.groupKey)
    }

    @Test func zerosAreDrawnAgain() throws {
        let small = try SmallSession(2, of: 2)
        var draws = 0
        let message = try small.participants[0].deal {
            draws += 1
            return P256Scalar(draws % 2 == 0 ? UInt32(draws) : 0)
        }
        #expect(draws == 6)
        #expect(
            message.dealing.commitment.points == [
                try P256Point.generator * P256Scalar(2), try P256Point.generator * P256Scalar(4),
            ])
        #expect(try message.dealing.ephemeralKey == P256Point.generator * P256Scalar(6))
    }
}
