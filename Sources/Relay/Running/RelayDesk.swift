import Logging
import SecretBallot
import StrictEncoding
import Synchronization

/// All rounds of a relay: what devices ask of it goes through here.
final class RelayDesk: Sendable {
    /// A round that is known here.
    struct Known {
        let manifest: Manifest
        let form: BundleForm
        var round: RelayRound
        var order: MixedOrder?
        var isFinished: Bool

        /// When it ended without having been mixed, and since when the service does not know it, in seconds since 1970.
        var endedAt: Int?
        var missingSince: Int?
    }

    struct Held {
        var rounds: [RoundID: Known] = [:]
        var adopting: [RoundID: Task<RoundRunner, any Error>] = [:]

        /// When the service was last asked, in vain, about rounds that it does not have.
        var unknown: [RoundID: Int] = [:]
        var counts = RelayCounts()
    }

    let tools: RelayTools
    let held: Mutex<Held>

    /// What was last kept of how many bundles each round holds.
    let keptCounts = Mutex<[RoundID: Int]>([:])

    /// Takes up what an earlier life left.
    /// - Throws: where something of it is damaged.
    init(_ tools: RelayTools) throws {
        self.tools = tools
        var rounds: [RoundID: Known] = [:]
        for kept in try tools.storage.rounds() {
            rounds[kept.manifest.roundID] = Known(
                manifest: kept.manifest, form: try SlipEnvelopes(of: kept.manifest).form, round: RelayRound(kept),
                order: kept.order, isFinished: kept.isFinished || kept.endedAt != nil, endedAt: kept.endedAt,
                missingSince: kept.missingSince)
        }
        held = Mutex(Held(rounds: rounds))
    }

    /// The rounds that are to be carried through, or forgotten in time.
    var unfinished: [RoundRunner] {
        held.withLock { held in
            held.rounds.values.filter { !$0.isFinished || $0.endedAt != nil }.map {
                RoundRunner(desk: self, roundID: $0.manifest.roundID, manifest: $0.manifest)
            }
        }
    }

    /// The relay's place in a manifest.
    /// - Throws: `RelayRefusal.unknownRound` where it has none, or the manifest is another service's.
    func place(in manifest: Manifest) throws(RelayRefusal) -> Int {
        guard manifest.issuerName == tools.issuer,
            let place = manifest.casting?.relays.firstIndex(where: { $0.key == tools.key.publicKey })
        else { throw .unknownRound }
        return place
    }

    // MARK: - For devices

    func knows(_ roundID: RoundID) -> Bool { held.withLock { $0.rounds[roundID] != nil } }

    /// - Throws: `RelayRefusal.unknownRound`.
    func form(of roundID: RoundID) throws(RelayRefusal) -> BundleForm { try asking(roundID) { $0.form } }

    private func manifest(of roundID: RoundID) throws(RelayRefusal) -> Manifest { try asking(roundID) { $0.manifest } }

    private func asking<Value: Sendable>(
        _ roundID: RoundID, _ body: (Known) throws(RelayRefusal) -> Value
    ) throws(RelayRefusal) -> Value {
        let result: Result<Value, RelayRefusal> = held.withLock { held in
            guard let known = held.rounds[roundID] else { return .failure(.unknownRound) }
            do throws(RelayRefusal) { return .success(try body(known)) } catch { return .failure(error) }
        }
        return try result.get()
    }

    /// Checks what is handed over, and takes it.
    /// - Throws: `RelayRefusal`.
    func take(_ handover: Handover, of roundID: RoundID) throws(RelayRefusal) {
        let manifest = try manifest(of: roundID)
        if let fault = handover.fault(at: try place(in: manifest), of: manifest) {
            throw RelayRefusal(rawValue: fault.rawValue) ?? .signature
        }
        let before = look(roundID, \.contested)
        try taken(handover, of: roundID).get()
        if look(roundID, \.contested) > before {
            tools.accuse("it issued one voter's tokens to several devices", roundID)
        }
        do { try keepCount(of: roundID) } catch { throw .busy }
    }

    private func taken(_ handover: Handover, of roundID: RoundID) -> Result<Void, RelayRefusal> {
        held.withLock { held in
            let room = tools.memory - held.rounds.values.reduce(0) { $0 + $1.round.byteCount }
            do throws(RelayRefusal) {
                // Let go of in this very moment: asked for again, it is taken up again.
                guard held.rounds[roundID] != nil else { throw .busy }
                try held.rounds[roundID]?.round.take(handover, room: room)
                held.counts.taken += 1
                return .success(())
            } catch {
                held.counts.refused += 1
                return .failure(error)
            }
        }
    }

    /// Durable before anybody is told: a relay that was killed knows by it that it waits for somebody.
    private func keepCount(of roundID: RoundID) throws {
        try keptCounts.withLock { kept in
            // Killed once more before all are back, it still waits for all.
            let count = look(roundID, { $0.isOpen ? max($0.voterCount, $0.heldBefore) : nil })
            guard let count, kept[roundID] != count else { return }
            try tools.storage.keep(held: count, of: roundID)
            kept[roundID] = count
        }
    }

    /// - Throws: `RelayRefusal`.
    func answer(for hash: [UInt8], of roundID: RoundID) throws(RelayRefusal) -> RelayRound.Answer {
        try asking(roundID) { known throws(RelayRefusal) in try known.round.answer(for: hash) }
    }

    func voterCount(of roundID: RoundID) throws(RelayRefusal) -> Int {
        try asking(roundID) { $0.round.voterCount }
    }

    /// How many have handed over, and where the mix stands: what the room may know.
    /// - Throws: `RelayRefusal.unknownRound`.
    func status(of roundID: RoundID) throws(RelayRefusal) -> JSONValue {
        try asking(roundID) { ["voters": .integer($0.round.voterCount), "state": .string($0.round.standing)] }
    }

    /// Lets go of a bundle for good; written down before the word is given.
    /// - Returns: the relay's signature.
    /// - Throws: `RelayRefusal`, a fault of the storage.
    func release(_ hash: [UInt8], _ asked: ReleaseRequest, of roundID: RoundID) throws -> [UInt8] {
        let manifest = try manifest(of: roundID)
        if let refusal = asked.refusal(for: hash, of: manifest) { throw refusal }
        try held.withLock { held in try held.rounds[roundID]?.round.checkRelease(of: hash, by: asked.holder) }
        try tools.storage.keep(release: MixedOrder.mark(of: hash), of: roundID)
        // Where it was mixed meanwhile, the mark is there and no word was given.
        try held.withLock { held in try held.rounds[roundID]?.round.release(hash, by: asked.holder) }
        try keepCount(of: roundID)
        return try Release.sign(hash, of: manifest, with: tools.key)
    }

    var counts: RelayCounts {
        held.withLock { held in
            var counts = held.counts
            counts.rounds = held.rounds.values.count { !$0.isFinished }
            for known in held.rounds.values {
                counts.bytes += known.round.byteCount
                counts.contested += known.round.contested
                counts.offRoll += known.round.offRoll
            }
            return counts
        }
    }
}
