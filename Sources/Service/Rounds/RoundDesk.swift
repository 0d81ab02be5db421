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

        /// Why the round cannot go on, where something of it is lost or damaged.
        var fault: Problem?
        var freezing: FreezeProgress?
        var roundCode: String?

        /// Once certified: what decisions follow from.
        var basis: DecisionBasis?

        /// Once the boxes are sealed: how many slips lie in each.
        var collected: [Int]?

        /// How many members have found their slips, as far as this was heard since the start.
        var found: Int?

        /// Grows with every step, so that those who watch learn from memory that there is news.
        var stepsTaken = 0

        /// What the record's archive was last written from, as a digest.
        var recordContents: [UInt8]?

        /// What stands of the board, where it was read since it last changed.
        var board: DraftBoard?

        /// Grows with every change of the board.
        var boardChanges = 0
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

    /// - Throws: `Problem.keptBack` if the round's spool was lost.
    @discardableResult
    func requireLive() throws(Problem) -> LiveRound {
        try requireWhole()
        guard let live else { throw Problem(.unavailable, "the round is not in operation: restart the service") }
        return live
    }

    /// The live round, for devices and relays. One that is kept back may be open all the same: nobody is given tokens or
    /// receipts from it.
    /// - Throws: `Problem.keptBack`, `.wrongState`.
    func answering() async throws -> LiveRound {
        guard let live else { throw Problem.wrongState(try await entry().state) }
        try requireWhole()
        return live
    }

    /// - Throws: `Problem.keptBack`, with what is lost or damaged of the round.
    func requireWhole() throws(Problem) {
        if let fault = held.withLock(\.fault) { throw fault }
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
    func store(_ bytes: [UInt8], as document: RoundDocument, noting entry: JournalEntry) async throws {
        try await steps.withLock { [self] in
            if try await state() == .draft, let freezing, !freezing.isFailed { throw Problem(.alreadyFreezing) }
            try await tools.register.noting(entry).store(
                bytes, as: document.rawValue, of: name, .replaceable, while: [RoundState.draft.rawValue])
        }
    }

    /// The manifest, checked when it was made.
    func manifest() async throws -> Manifest {
        if let live { return live.manifest }
        let bytes = try await require(.manifest)
        return try await tools.lanes.records.run { try Manifest(bytes) }
    }

    // Inlined into some callers it makes Swift 6.3's optimiser crash.
    @inline(never)
    func draft() async throws -> RoundDraft { try RoundDraft(stored: try await require(.draft)) }

    // MARK: - Steps

    /// Whether a step is still to be taken.
    /// - Returns: false where it was taken already: the same success, and nothing changes.
    /// - Throws: `Problem.wrongState`; `.keptBack` for every step but the one that gives the round up.
    func isDue(_ right: Right) async throws -> Bool {
        let isDue = try right.isDue(in: await state())
        if right != .cancel { try requireWhole() }
        return isDue
    }

    /// Takes a step of the round's life, idempotently, and writes it down with it.
    /// - Parameter time: that its documents bear; now where nil.
    /// - Throws: `UncertainStep` where it cannot be told whether it was taken.
    func move(
        from origins: Set<RoundState>, to target: RoundState, documents: [RoundDocument: [UInt8]] = [:],
        roundID: RoundID? = nil, at time: Int? = nil, noting entry: JournalEntry
    ) async throws {
        let named = Dictionary(uniqueKeysWithValues: documents.map { ($0.key.rawValue, $0.value) })
        let now = if let time { time } else { try await stepTime() }
        let transition = RoundTransition(
            from: origins.names, to: target.rawValue, at: now, documents: named, roundID: roundID?.bytes)
        do {
            try await tools.register.noting(entry).move(name, by: transition)
        } catch {
            try await requireTaken(target, after: error)
        }
        live?.rollCall.state = target
        held.withLock { $0.stepsTaken += 1 }
    }

    /// A step that failed may have been taken all the same: the register knows.
    private func requireTaken(_ target: RoundState, after error: any Error) async throws {
        let state: RoundState
        do { state = try await self.state() } catch { throw UncertainStep(target: target) }
        guard state == target else { throw error }
    }

    /// Now, and no earlier than the round's last step: what is recorded never goes backward.
    func stepTime() async throws -> Int { max(tools.clock.now, try await lastStep()) }

    func lastStep() async throws -> Int { try await pastSteps().last?.at ?? 0 }

    func pastSteps() async throws -> [RoundStep] { try await tools.register.steps(of: name) }

    /// Ends a round that has no box yet; what it held must not stay.
    /// - Parameter reason: why, for the minutes.
    /// - Throws: `Problem.unacknowledgedWarnings` where ballots go with it.
    func cancel(reason: String, acknowledging names: Set<String>, noting entry: JournalEntry) async throws {
        try await steps.withLock { [self] in
            if try await isDue(.cancel) {
                try StepWarning.require(
                    try await warningsBeforeCancelling(after: pastSteps()), acknowledged: names)
                let time = try await stepTime()
                try await move(
                    from: Right.cancel.row.due ?? [], to: .cancelled,
                    documents: try await cancellation(for: reason, at: time), at: time, noting: entry)
            }
            try await clearCancelled()
        }
    }

    /// The reason is for whoever signs in; a relay that holds ballots of a round lets go of them for a signature alone.
    private func cancellation(for reason: String, at time: Int) async throws -> [RoundDocument: [UInt8]] {
        let json: JSONValue = ["reason": .string(reason)]
        guard let roundID = try await entry().roundID else { return [.cancellation: json.encoded()] }
        let signed = try CancellationDocument(
            Cancellation(cancelledAt: time, reason: reason, of: RoundID(roundID)),
            signedBy: tools.installation.receiptKey)
        return [.cancellation: json.encoded(), .signedCancellation: signed.bytes]
    }

    /// Destroys the spool, and with it the token keys and all that tells who did what when.
    func dropSpool() async throws {
        if let live {
            await live.spool.close()
            try await live.spool.destroy()
        } else if let roundID = try await entry().roundID {
            try await tools.storage.destroySpool(of: roundID)
        }
        held.withLock { $0.live = nil }
    }

    /// Destroys what a cancelled round leaves: boxes of a sealing that was never finished, and the spool.
    /// - Throws: `StorageError.exists` for boxes with slips that no spool holds: somebody sealed them, and they stay.
    func clearCancelled() async throws {
        if let roundID = try await entry().roundID {
            try await clearBoxes(tools.storage.holding(of: roundID), tools.storage.boxes(of: roundID))
        }
        try await dropSpool()
        held.withLock { $0.fault = nil }
    }

    private func clearBoxes(_ holding: RoundHolding, _ boxes: any SealedBoxes) async throws {
        guard holding.hasBoxes else { return try await boxes.remove(.unfinishedAlone) }
        if let live {
            await live.spool.close()
            return try await boxes.remove(.heldBy(live.spool))
        }
        guard holding.hasSpool else { throw StorageError(.exists, "\(boxes.file.path): no spool holds its slips") }
        let spool = try await tools.storage.openSpool(of: holding.roundID)
        await spool.close()
        try await boxes.remove(.heldBy(spool))
        try await spool.shutDown()
    }

    /// Lets the round hold a spool that was opened.
    func goLive(_ manifest: Manifest, spool: any BallotSpool, state: RoundState) async throws {
        let live = try await LiveRound(
            manifest, spool: spool, state: state, marks: try await tools.register.attendance(of: name),
            receiptKey: tools.installation.receiptKey, lanes: tools.lanes)
        held.withLock { $0.live = live }
    }
}
