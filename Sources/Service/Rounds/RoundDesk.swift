import Logging
import Recognition
import SecretBallot
import Storage
import StrictEncoding
import Synchronization

/// One round, from its draft to its certified result: every step of its life is taken here, one at a time.
final class RoundDesk: Sendable {
    struct Held {
        var live: LiveRound?
        var freezing: FreezeProgress?
        var roundCode: String?

        /// Once certified: what decisions follow from.
        var basis: DecisionBasis?

        /// How many members have found their slips, as far as this was heard since the start.
        var found: Int?

        /// Grows with every step, so that those who watch learn from memory that there is news.
        var stepsTaken = 0

        /// What the record's archive was last written from, as a digest.
        var recordContents: [UInt8]?
    }

    /// The service's own name of the round.
    let name: String
    let tools: RoundTools
    let steps = StepLock()
    let held = Mutex(Held())

    init(_ name: String, tools: RoundTools) {
        self.name = name
        self.tools = tools
    }

    var live: LiveRound? { held.withLock(\.live) }

    /// - Throws: `Problem.unavailable` if the round's spool was lost.
    @discardableResult
    func requireLive() throws(Problem) -> LiveRound {
        guard let live else { throw Problem(.unavailable, "the round's spool is lost: it can only be cancelled") }
        return live
    }

    var freezing: FreezeProgress? { held.withLock(\.freezing) }

    // MARK: - What is kept

    /// - Throws: `Problem.unknownRound`.
    func entry() async throws -> RoundEntry {
        guard let entry = try await tools.register.round(name) else { throw Problem(.unknownRound) }
        return entry
    }

    func state() async throws -> RoundState {
        guard let state = RoundState(rawValue: try await entry().state) else { throw Problem(.internal) }
        return state
    }

    func document(_ document: RoundDocument) async throws -> [UInt8]? {
        try await tools.register.document(document.rawValue, of: name)
    }

    /// A document that the round must have by now.
    /// - Throws: `Problem.wrongState` if it does not exist yet.
    func require(_ document: RoundDocument) async throws -> [UInt8] {
        guard let bytes = try await self.document(document) else { throw Problem.wrongState(try await entry().state) }
        return bytes
    }

    /// Stores one of the draft's documents.
    /// - Throws: `Problem.alreadyFreezing` while the manifest is made of them; `StorageError.wrongState` once the round
    ///   is no draft.
    func store(_ bytes: [UInt8], as document: RoundDocument) async throws {
        try await steps.withLock { [self] in
            if try await state() == .draft, let freezing, !freezing.isFailed { throw Problem(.alreadyFreezing) }
            try await tools.register.store(
                bytes, as: document.rawValue, of: name, .replaceable, while: [RoundState.draft.rawValue])
        }
    }

    /// The manifest, checked when it was made.
    func manifest() async throws -> Manifest {
        if let live { return live.manifest }
        let bytes = try await require(.manifest)
        return try await tools.pool.run { try Manifest(bytes) }
    }

    // Inlined into some callers it makes Swift 6.3's optimiser crash.
    @inline(never)
    func draft() async throws -> RoundDraft { try RoundDraft(stored: try await require(.draft)) }

    // MARK: - Steps

    /// Takes a step of the round's life, idempotently.
    func move(
        from origins: Set<RoundState>, to target: RoundState, documents: [RoundDocument: [UInt8]] = [:],
        roundID: RoundID? = nil
    ) async throws {
        let named = Dictionary(uniqueKeysWithValues: documents.map { ($0.key.rawValue, $0.value) })
        try await tools.register.move(
            name,
            by: RoundTransition(
                from: origins.names, to: target.rawValue, at: tools.clock.now, documents: named,
                roundID: roundID?.bytes))
        live?.rollCall.state = target
        held.withLock { $0.stepsTaken += 1 }
    }

    /// Ends a round that has no box yet.
    /// - Parameter reason: why, for the minutes.
    func cancel(reason: String) async throws {
        try await steps.withLock { [self] in
            let json: JSONValue = ["reason": .string(reason)]
            try await move(from: RoundState.cancellable, to: .cancelled, documents: [.cancellation: json.encoded()])
            try await dropSpool()
        }
    }

    /// Destroys the spool, and with it the token keys and all that tells who did what when.
    func dropSpool() async throws {
        if let live {
            await live.spool.close()
            try await live.spool.destroy()
        } else if let roundID = try await entry().roundID {
            try await tools.folder.destroySpool(of: roundID)
        }
        held.withLock { $0.live = nil }
    }

    // MARK: - After a restart

    /// Brings the round back to where it was.
    func recover(_ entry: RoundEntry) async throws {
        guard let state = RoundState(rawValue: entry.state) else {
            throw StorageError(.corrupt, "round \(name): unknown state \(entry.state)")
        }
        guard let roundID = entry.roundID else { return }
        if state.isLive {
            try await reopen(roundID, state)
        } else {
            try await tools.folder.destroySpool(of: roundID)
        }
    }

    /// A round whose spool is lost cannot go on, but must not keep the others from being served: it is said in the log,
    /// and the round can be cancelled.
    private func reopen(_ roundID: [UInt8], _ state: RoundState) async throws {
        // A box written by a sealing that was interrupted would tell which slips came later.
        try BoxFile(tools.folder.layout.boxes(of: roundID)).remove()
        guard tools.folder.hasSpool(of: roundID) else {
            tools.logger.critical(
                "a round's spool is lost: put its key back and restart, or cancel the round",
                metadata: ["round": "\(name)"])
            return
        }
        let spool = try await tools.folder.openSpool(of: roundID)
        try await goLive(try await manifest(), spool: spool, state: state)
    }

    func goLive(_ manifest: Manifest, spool: any BallotSpool, state: RoundState) async throws {
        let live = try await LiveRound(
            manifest, spool: spool, state: state, marks: try await tools.register.attendance(of: name),
            receiptKey: tools.installation.receiptKey, pool: tools.pool)
        held.withLock { $0.live = live }
    }
}
