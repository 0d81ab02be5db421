import SecretBallot
import StrictEncoding
import Synchronization

/// Which rounds a relay takes up: it learns of one when anybody asks about it.
extension RelayDesk {
    /// Rounds under way. Where there are as many, one that holds nothing makes room: anybody can have a round taken up,
    /// and whoever asks about it again has it taken up again.
    static let roundLimit = 64

    /// Questions to the service about rounds, at once; what strangers ask about costs no more than this.
    fileprivate static let adoptionLimit = 4

    /// For how many seconds a round that the service does not have is not asked about again, and of how many that is
    /// remembered.
    fileprivate static let (unknownTime, unknownLimit) = (10, 1_024)

    /// Adopts a round that the service has and that names this relay; of one that is over there is nothing to relay.
    /// Whoever asks while it is being adopted waits for the same answer.
    /// - Returns: what is to be carried through, to the first who asked about a round that is new here.
    /// - Throws: `RelayRefusal`: `unknownRound`, `busy`, `full`; what the service's silence throws.
    func adopt(_ roundID: RoundID) async throws -> RoundRunner? {
        let (task, isFirst) = try held.withLock { held in
            if let task = held.adopting[roundID] { return (Optional(task), false) }
            if held.rounds[roundID] != nil { return (nil, false) }
            if let refusal = held.refusal(of: roundID, now: tools.clock.now) { throw refusal }
            let task = Task { try await adopting(roundID) }
            held.adopting[roundID] = task
            return (task, true)
        }
        let runner = try await task?.value
        return isFirst ? runner : nil
    }

    private func adopting(_ roundID: RoundID) async throws -> RoundRunner {
        defer { held.withLock { $0.adopting[roundID] = nil } }
        do {
            return try await adopted(roundID)
        } catch  where error is RelayRefusal || error is MalformedInput {
            held.withLock { $0.noteUnknown(roundID, now: tools.clock.now) }
            throw error
        }
    }

    private func adopted(_ roundID: RoundID) async throws -> RoundRunner {
        let manifest = try Manifest(try await tools.service.manifest(of: roundID), expecting: roundID)
        _ = try place(in: manifest)
        guard try await tools.service.stage(of: roundID) != .over else { throw RelayRefusal.unknownRound }
        let form = try SlipEnvelopes(of: manifest).form
        try makeRoom()
        try tools.storage.adopt(manifest)
        held.withLock { held in
            held.rounds[roundID] = Known(
                manifest: manifest, form: form, round: RelayRound(), order: nil, isFinished: false,
                endedAt: nil, missingSince: nil)
        }
        return RoundRunner(desk: self, roundID: roundID, manifest: manifest)
    }
}

extension RelayDesk {
    private func makeRoom() throws {
        let idle = held.withLock { held -> RoundID? in
            guard held.unfinishedCount >= Self.roundLimit, let idle = held.idle else { return nil }
            // At once: what is handed over from here on is not taken, so that it cannot be lost.
            held.rounds[idle] = nil
            return idle
        }
        guard let idle else { return }
        try tools.storage.forget(idle)
        keptCounts.withLock { $0[idle] = nil }
    }
}

extension RelayDesk.Held {
    fileprivate var unfinishedCount: Int { rounds.values.count { !$0.isFinished } }

    /// A round that is under way and holds nothing, nor is anybody waited for in it.
    fileprivate var idle: RoundID? { rounds.first { !$0.value.isFinished && $0.value.round.isIdle }?.key }

    /// Why the service is not asked about a round now; nil where it is.
    func refusal(of roundID: RoundID, now: Int) -> RelayRefusal? {
        if let asked = unknown[roundID], now - asked < RelayDesk.unknownTime { return .unknownRound }
        guard unfinishedCount < RelayDesk.roundLimit || idle != nil else { return .full }
        return adopting.count < RelayDesk.adoptionLimit ? nil : .busy
    }

    mutating func noteUnknown(_ roundID: RoundID, now: Int) {
        if unknown.count >= RelayDesk.unknownLimit {
            unknown = unknown.filter { now - $0.value < RelayDesk.unknownTime }
        }
        if unknown.count < RelayDesk.unknownLimit { unknown[roundID] = now }
    }
}
