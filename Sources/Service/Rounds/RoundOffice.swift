import Logging
import Recognition
import SecretBallot
import Storage
import StrictEncoding
import Synchronization

/// All rounds of an installation: finds them, makes them, and brings the live ones back after a restart.
final class RoundOffice: Sendable {
    private struct Desks {
        var byName: [String: RoundDesk] = [:]
        var byRoundID: [RoundID: RoundDesk] = [:]
    }

    let tools: RoundTools
    private let desks = Mutex(Desks())

    /// Opens every round; finishes what a crash interrupted: a sealed round's spool is destroyed, a box that was
    /// written but never sealed is removed.
    init(_ tools: RoundTools) async throws {
        self.tools = tools
        for entry in try await tools.register.rounds() {
            let desk = RoundDesk(entry.id, tools: tools)
            try await desk.recover(entry)
            desks.withLock { $0.byName[entry.id] = desk }
            if let roundID = entry.roundID { remember(desk, as: try RoundID(roundID)) }
        }
    }

    /// - Throws: `Problem.unknownRound`.
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

    /// Makes a round from a draft.
    func create(_ draft: RoundDraft) async throws -> RoundDesk {
        _ = try tools.profile(draft.guidance)
        let name = try tools.newRoundName()
        try await tools.register.create(
            RoundEntry(
                id: name, kind: draft.kind.rawValue, state: RoundState.draft.rawValue, title: draft.title,
                year: draft.year, createdAt: tools.clock.now))
        let desk = RoundDesk(name, tools: tools)
        try await desk.store(draft.json.encoded(), as: .draft)
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
