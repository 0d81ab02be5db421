import Connections
import SecretBallot
import Synchronization

/// How many may watch one round at once: strangers cannot take the places of the staff and of the room's screen, nor one
/// of them all the places there are for strangers.
final class StreamPlaces: Sendable {
    enum Watcher: Hashable, Sendable {
        /// Whoever is signed in: the desk, and the room's screen that it opened.
        case staff

        /// Nil where many come from one address.
        case stranger(PeerAddress?)
    }

    static let forStaff = 32
    static let forStrangers = 64
    static let perAddress = 8

    /// Seconds until somebody who found no place may ask again.
    static let patience = 30

    /// Held by one stream, and given back with it.
    final class Place: Sendable {
        private let roundID: RoundID
        private let watcher: Watcher
        private let places: StreamPlaces

        fileprivate init(_ roundID: RoundID, _ watcher: Watcher, _ places: StreamPlaces) {
            (self.roundID, self.watcher, self.places) = (roundID, watcher, places)
        }

        deinit { places.giveBack(roundID, watcher) }
    }

    private let taken = Mutex<[RoundID: [Watcher: Int]]>([:])

    /// - Throws: `Problem.overloaded` where all are taken.
    func take(in roundID: RoundID, by watcher: Watcher) throws(Problem) -> Place {
        let isTaken = taken.withLock { taken in
            let present = taken[roundID, default: [:]]
            guard Self.hasRoom(for: watcher, beside: present) else { return false }
            taken[roundID, default: [:]][watcher, default: 0] += 1
            return true
        }
        guard isTaken else {
            throw Problem(.overloaded, "too many screens watch this round already", retryAfter: Self.patience)
        }
        return Place(roundID, watcher, self)
    }

    private static func hasRoom(for watcher: Watcher, beside present: [Watcher: Int]) -> Bool {
        let staff = present[.staff, default: 0]
        switch watcher {
        case .staff: return staff < forStaff
        case .stranger(let address):
            guard present.values.reduce(0, +) - staff < forStrangers else { return false }
            return address == nil || present[watcher, default: 0] < perAddress
        }
    }

    func count(in roundID: RoundID) -> Int { taken.withLock { $0[roundID]?.values.reduce(0, +) ?? 0 } }

    private func giveBack(_ roundID: RoundID, _ watcher: Watcher) {
        taken.withLock { taken in
            guard var present = taken[roundID], let count = present[watcher] else { return }
            present[watcher] = count > 1 ? count - 1 : nil
            taken[roundID] = present.isEmpty ? nil : present
        }
    }
}
