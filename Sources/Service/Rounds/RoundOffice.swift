import Logging
import Recognition
import SecretBallot
import Storage
import StrictEncoding
import Synchronization

/// All rounds of an installation: finds them, makes them, and brings the live ones back after a restart.
final class RoundOffice: Sendable {
    private struct Directory {
        var byName: [String: RoundDesk] = [:]
        var byRoundID: [RoundID: RoundDesk] = [:]
    }

    let tools: RoundTools
    private let desks = Mutex(Directory())

    /// Opens every round, its files held against the register; finishes what a crash interrupted.
    /// - Throws: `StartRefusal` where files are ahead of the register, `StorageError`.
    init(_ tools: RoundTools) async throws {
        self.tools = tools
        try await requireNoStrangers()
        let rounds = try await tools.register.rounds()
        // All are looked at before anything is mended: a start that is refused has changed nothing.
        for entry in rounds { try await RoundDesk(entry.id, tools: tools).requireNotAhead(entry) }
        // What was being signed when the service last stopped is not decided.
        try await tools.register.releaseReserved()
        for entry in rounds {
            let desk = RoundDesk(entry.id, tools: tools)
            try await desk.recover(entry)
            desks.withLock { $0.byName[entry.id] = desk }
            if let roundID = entry.roundID { remember(desk, as: try RoundID(roundID)) }
        }
    }

    /// Files of a round that the register does not know were made after it. Token keys alone, which an interrupted
    /// freezing leaves, are nobody's loss, and stay where they are.
    private func requireNoStrangers() async throws {
        let known = Set(try await tools.register.rounds().compactMap(\.roundID))
        for holding in try tools.storage.holdings() where !known.contains(holding.roundID) {
            guard !holding.hasBoxes else { throw StartRefusal.unknownRound(holding) }
            guard holding.hasSpool, let spool = try? await tools.storage.openSpool(of: holding.roundID) else {
                continue
            }
            let counts = spool.counts
            try await spool.shutDown()
            guard counts.issued == 0, counts.slips == 0 else { throw StartRefusal.unknownRound(holding) }
        }
    }

    /// - Throws: `Problem.unknownRound`.
    @inline(never)
    func desk(_ name: String) throws(Problem) -> RoundDesk {
        guard let desk = desks.withLock({ $0.byName[name] }) else { throw Problem(.unknownRound) }
        return desk
    }

    /// - Throws: `Problem.unknownRound`, for what is no roundID too.
    func desk(roundID text: String) throws(Problem) -> RoundDesk {
        guard let roundID = try? RoundID(text: text), let desk = desks.withLock({ $0.byRoundID[roundID] }) else {
            throw Problem(.unknownRound)
        }
        return desk
    }

    /// Makes a round from a draft, whole or not at all.
    /// - Parameters:
    ///   - lists: what of its lists is there already.
    ///   - entry: what the journal keeps of it, by the round's name.
    func create(
        _ draft: RoundDraft, with lists: [RoundDocument: [UInt8]] = [:], noting entry: (String) -> JournalEntry
    ) async throws -> RoundDesk {
        _ = try tools.profile(draft.guidance)
        let name = try tools.newRoundName()
        let documents = lists.merging([.draft: draft.json.encoded()]) { $1 }
        do {
            try await tools.register.noting(entry(name)).create(
                RoundEntry(
                    id: name, kind: draft.kind.rawValue, state: RoundState.draft.rawValue, title: draft.title,
                    year: draft.year, createdAt: tools.clock.now),
                with: Dictionary(uniqueKeysWithValues: documents.map { ($0.key.rawValue, $0.value) }))
        } catch  where (error as? StorageError)?.code != .exists {
            // A round that is kept all the same would be listed, and found by nobody until the next start.
            guard (try? await tools.register.round(name)) != nil else { throw error }
        }
        let desk = RoundDesk(name, tools: tools)
        desks.withLock { $0.byName[name] = desk }
        return desk
    }

    /// Lets go of every live round's files, having answered what was being written.
    func shutDown() async throws {
        for desk in desks.withLock({ Array($0.byName.values) }) { try await desk.live?.spool.shutDown() }
    }

    /// Makes a round findable by its roundID, once it has one.
    func remember(_ desk: RoundDesk, as roundID: RoundID) { desks.withLock { $0.byRoundID[roundID] = desk } }
}
