import SecretBallot
import Synchronization

/// What the runner of a round looks at and notes.
extension RelayDesk {
    func look<Value>(_ roundID: RoundID, _ body: (RelayRound) -> Value) -> Value {
        held.withLock { body($0.rounds[roundID]?.round ?? RelayRound()) }
    }

    @discardableResult
    func change<Value: Sendable>(_ roundID: RoundID, _ body: (inout RelayRound) -> Value) -> Value {
        held.withLock { held in
            var round = held.rounds[roundID]?.round ?? RelayRound()
            // The value is taken out, so that it is changed in its place and not copied.
            held.rounds[roundID]?.round = RelayRound()
            defer { held.rounds[roundID]?.round = round }
            return body(&round)
        }
    }

    func keptOrder(of roundID: RoundID) -> MixedOrder? { held.withLock { $0.rounds[roundID]?.order } }

    /// When the round ended without having been mixed; nil where it has not.
    func endedAt(_ roundID: RoundID) -> Int? { held.withLock { $0.rounds[roundID]?.endedAt } }

    /// The service has all that was mixed, or takes no more of it. Written down before it is noted.
    func finish(_ roundID: RoundID) throws {
        try tools.storage.finish(roundID)
        held.withLock { held in
            held.rounds[roundID]?.isFinished = true
            held.rounds[roundID]?.order = nil
        }
    }

    /// The round is over without having been mixed. Written down before it is noted.
    func end(_ roundID: RoundID, at time: Int) throws {
        try tools.storage.end(roundID, at: time)
        held.withLock { held in
            held.rounds[roundID]?.isFinished = true
            held.rounds[roundID]?.endedAt = time
        }
    }

    /// Notes whether the service knows the round.
    /// - Returns: since when it does not, in seconds since 1970; nil where it does.
    @discardableResult
    func note(isMissing: Bool, _ roundID: RoundID) throws -> Int? {
        let before = held.withLock { $0.rounds[roundID]?.missingSince }
        let since = isMissing ? before ?? tools.clock.now : nil
        guard since != before else { return since }
        try tools.storage.keep(missingSince: since, of: roundID)
        held.withLock { $0.rounds[roundID]?.missingSince = since }
        return since
    }

    /// Lets go of a round that ended without having been mixed; but never of the word that a bundle is not sent from here.
    func forget(_ roundID: RoundID) throws {
        guard look(roundID, \.released.isEmpty) else { return }
        try tools.storage.forget(roundID)
        held.withLock { held in
            held.rounds[roundID] = nil
        }
        keptCounts.withLock { $0[roundID] = nil }
    }
}

extension RelayRound {
    init(_ kept: KeptRound) {
        if let order = kept.order {
            self.init(resuming: order, released: kept.released, isFinished: kept.isFinished)
        } else if kept.endedAt != nil {
            self.init(ended: kept.released, heldBefore: kept.held)
        } else {
            self.init(released: kept.released, heldBefore: kept.held)
        }
    }
}
