import AccountSecurity
import Connections
import Synchronization

/// Slows guessers down without locking out whom they guess at: who shows a session, or a device that signed in before,
/// has a budget that strangers cannot spend.
///
/// In memory only, by a clock that nobody sets; addresses are never written anywhere.
final class SignInGuard: Sendable {
    /// Where an attempt comes from.
    enum Lane: Hashable, Sendable {
        /// From within: the digest of a session or of a device's cookie.
        case known([UInt8])

        /// - name: folded.
        /// - address: nil where a proxy hides it.
        case stranger(name: String, address: PeerAddress?)
    }

    private struct Budgets {
        var known = AttemptBudget<[UInt8]>(.init(freeFailures: 5, longestWait: 900))
        var names = AttemptBudget<String>(.init(freeFailures: 5, longestWait: 900))

        /// An office shares an address: generous, and soon over.
        var addresses = AttemptBudget<PeerAddress>(.init(freeFailures: 40, longestWait: 60))
    }

    private let budgets = Mutex(Budgets())

    /// Begins a guess, which counts as failed until it has succeeded: many at once are no way around the wait.
    /// - Throws: `Problem.throttled`.
    func begin(_ lane: Lane, at now: Int) throws(Problem) {
        let wait = budgets.withLock { budgets in
            let wait = Self.wait(lane, budgets, now)
            if wait == 0 { Self.charge(lane, &budgets, now) }
            return wait
        }
        if wait > 0 { throw Problem(.throttled, retryAfter: wait) }
    }

    private static func wait(_ lane: Lane, _ budgets: Budgets, _ now: Int) -> Int {
        switch lane {
        case .known(let digest): budgets.known.wait(of: digest, at: now)
        case .stranger(let name, let address):
            max(budgets.names.wait(of: name, at: now), address.map { budgets.addresses.wait(of: $0, at: now) } ?? 0)
        }
    }

    private static func charge(_ lane: Lane, _ budgets: inout Budgets, _ now: Int) {
        switch lane {
        case .known(let digest): budgets.known.begin(digest, at: now)
        case .stranger(let name, let address):
            budgets.names.begin(name, at: now)
            if let address { budgets.addresses.begin(address, at: now) }
        }
    }

    /// The attempt goes on in another step, which counts for itself; nothing of what failed before is forgotten.
    func excuse(_ lane: Lane) {
        budgets.withLock { budgets in
            switch lane {
            case .known(let digest): budgets.known.excuse(digest)
            case .stranger(let name, let address):
                budgets.names.excuse(name)
                if let address { budgets.addresses.excuse(address) }
            }
        }
    }

    func succeeded(_ lane: Lane) {
        budgets.withLock { budgets in
            switch lane {
            case .known(let digest): budgets.known.forget(digest)
            case .stranger(let name, let address):
                budgets.names.forget(name)
                // Whoever has an account of their own does not get the address's budget back with it.
                if let address { budgets.addresses.excuse(address) }
            }
        }
    }

    /// An administrator's: the name may be tried again at once.
    func lift(_ name: String) { budgets.withLock { $0.names.forget(name) } }
}
