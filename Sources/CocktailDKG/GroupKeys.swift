public import OpenSSLKit

/// What everybody can compute from the dealers' commitments.
public struct GroupKeys: Hashable, Sendable {
    /// Y, whose secret no one has.
    public let groupKey: P256Point

    /// Y₁ … Yₙ: each participant's share of the secret, times the generator.
    public let verificationShares: [P256Point]

    /// - Parameter commitments: of all dealers, checked to be of the same length, which is the threshold.
    /// - Throws: `DegenerateKey`; `OpenSSLError`.
    init(of commitments: [Commitment]) throws {
        // Coefficients may cancel: infinity adds nothing, wherever the sum is evaluated.
        let sums = try commitments[0].points.indices.map { place in
            try P256Point.sum(of: commitments.map { $0.points[place] })
        }
        guard let groupKey = sums[0] else { throw DegenerateKey() }
        self.groupKey = groupKey
        verificationShares = try (1...commitments.count).map { place in
            guard let share = try Commitment.evaluated(sums, at: place) else { throw DegenerateKey() }
            return share
        }
    }

    /// Whether `share` is that of the participant at `place`, from 1.
    /// - Throws: `OpenSSLError`.
    public func isShare(_ share: P256Scalar, at place: Int) throws -> Bool {
        try P256Point.sum(of: [(.generator, share)]) == verificationShares[place - 1]
    }
}
