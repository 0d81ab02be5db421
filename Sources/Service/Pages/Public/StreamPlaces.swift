import SecretBallot
import Synchronization

/// How many may watch one round at once, so that nobody can hold all of a server's connections through it.
final class StreamPlaces: Sendable {
    static let perRound = 64

    /// Held by one stream, and given back with it.
    final class Place: Sendable {
        private let roundID: RoundID
        private let places: StreamPlaces

        fileprivate init(_ roundID: RoundID, _ places: StreamPlaces) { (self.roundID, self.places) = (roundID, places) }

        deinit { places.giveBack(roundID) }
    }

    private let taken = Mutex<[RoundID: Int]>([:])

    /// - Throws: `Problem.unavailable` where all are taken.
    func take(in roundID: RoundID) throws(Problem) -> Place {
        let isTaken = taken.withLock { taken in
            guard taken[roundID, default: 0] < Self.perRound else { return false }
            taken[roundID, default: 0] += 1
            return true
        }
        guard isTaken else {
            throw Problem(.unavailable, "\(Self.perRound) screens watch this round already", retryAfter: 30)
        }
        return Place(roundID, self)
    }

    func count(in roundID: RoundID) -> Int { taken.withLock { $0[roundID] ?? 0 } }

    private func giveBack(_ roundID: RoundID) {
        taken.withLock { taken in
            let left = taken[roundID, default: 1] - 1
            taken[roundID] = left > 0 ? left : nil
        }
    }
}
