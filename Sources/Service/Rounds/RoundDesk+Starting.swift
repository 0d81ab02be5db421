import Logging
import Recognition
import SecretBallot
import Storage
import StrictEncoding
import Synchronization

/// At the start: the round is brought back to where it was, its files held against the register.
///
/// What is safe is repaired; a round of which something is lost is kept back, and all else served; files that are ahead
/// of the register end the start, since then accounts, decisions and their numbers are behind too.
extension RoundDesk {
    /// - Throws: `StorageError`.
    func recover(_ entry: RoundEntry) async throws {
        guard let roundID = entry.roundID else { return }
        let (state, holding) = (try known(entry.state), tools.storage.holding(of: roundID))
        if let obstacle = holding.obstacle {
            keepBack(.forbidden, holding, obstacle)
        } else if state.isLive {
            try await resume(holding, state)
        } else if state == .cancelled {
            try await clearCancelled()
        } else {
            try await settle(holding)
        }
    }

    // MARK: - Files ahead of the register

    /// That no boxes are there which a newer register sealed: nothing is changed in looking.
    /// - Throws: `StartRefusal`, `StorageError`.
    func requireNotAhead(_ entry: RoundEntry) async throws {
        let state = try known(entry.state)
        guard let roundID = entry.roundID else { return }
        let holding = tools.storage.holding(of: roundID)
        guard holding.hasBoxes, state.isLive || state == .cancelled else { return }
        // What cannot be read cannot be held against the register either.
        if let obstacle = holding.obstacle { throw StorageError(.notWritable, obstacle) }
        let orphaned = state.isLive ? StartRefusal.sealedAlready : StartRefusal.sealedAndCancelled
        guard let spool = try await wholeSpool(holding) else { throw orphaned(name, holding) }
        await spool.close()
        let areHeld = try await tools.storage.boxes(of: roundID).areHeld(by: spool)
        try await spool.shutDown()
        guard areHeld else { throw (state.isLive ? StartRefusal.boxesAhead : orphaned)(name, holding) }
    }

    private func known(_ state: String) throws -> RoundState {
        guard let known = RoundState(rawValue: state) else {
            throw StorageError(.corrupt, "round \(name): unknown state \(state)")
        }
        return known
    }

    /// Nil where there is none, or it is damaged.
    private func wholeSpool(_ holding: RoundHolding) async throws -> (any BallotSpool)? {
        guard holding.hasSpool else { return nil }
        do {
            return try await tools.storage.openSpool(of: holding.roundID)
        } catch let error as StorageError where error.isDamage {
            return nil
        }
    }

    // MARK: - A round that takes slips

    private func resume(_ holding: RoundHolding, _ state: RoundState) async throws {
        guard holding.hasSpool else { return keepBack(.spoolLost, holding) }
        do {
            try await resume(try await tools.storage.openSpool(of: holding.roundID), holding, state)
        } catch let error as StorageError where error.isDamage {
            keepBack(.spoolDamaged, holding, error.detail)
        }
    }

    private func resume(_ spool: any BallotSpool, _ holding: RoundHolding, _ state: RoundState) async throws {
        if holding.hasBoxes || holding.hasUnfinishedBoxes { try await clearInterrupted(holding, spool) }
        try await goLive(try await manifest(), spool: spool, state: state)
        let live = try requireLive()
        try await completePresence(live)
        do {
            try await completeClosing(of: live, in: state)
        } catch let fault as RoundFault {
            return keepBack(fault, holding)
        }
        if live.rollCall.state == .closing { callRelays(of: live.manifest) }
    }

    /// Boxes that a sealing wrote which was interrupted would tell which slips came later.
    private func clearInterrupted(_ holding: RoundHolding, _ spool: any BallotSpool) async throws {
        await spool.close()
        try await tools.storage.boxes(of: holding.roundID).remove(.heldBy(spool))
        spool.reopen()
    }

    /// Nobody is given tokens who was not marked present: where the register does not know of it, it is older than the
    /// spool, and the spool is right.
    private func completePresence(_ live: LiveRound) async throws {
        let rollCall = live.rollCall
        let unmarked = rollCall.issued.map(\.text).filter { rollCall.mark(of: $0) != .present }
        guard !unmarked.isEmpty else { return }
        let marks = Dictionary(uniqueKeysWithValues: unmarked.map { ($0, AttendanceMark.present) })
        try rollCall.mark(marks)
        try await tools.register.mark(marks, in: name, while: nil)
        tools.logger.critical(
            """
            the register is older than the round's spool: presence was completed from the tokens given out; look \
            through the list of those present, and through all that was done since that register was saved
            """,
            metadata: ["round": "\(name)", "completed": "\(unmarked.count)"])
    }

    // MARK: - A round that is sealed

    /// The boxes are proved before the spool, which could make them again, is destroyed.
    private func settle(_ holding: RoundHolding) async throws {
        let boxes = tools.storage.boxes(of: holding.roundID)
        let (manifest, document) = (try await manifest(), try await require(.seal))
        let root = try SealDocument(document, of: manifest).seal.boxRoot
        let isSealed: @Sendable (BoxReading) throws -> Bool = { try BoxRootReader.isRoot(root, of: $0, in: manifest) }
        var isProved = false
        if holding.hasBoxes { isProved = try await tools.lanes.counting.run { try isSealed(boxes.file.read) } }
        if !isProved, holding.hasSpool { isProved = try await restore(boxes, holding, where: isSealed) }
        guard isProved else { return keepBack(holding.hasBoxes ? .boxesDamaged : .boxesLost, holding) }
        try await boxes.remove(.unfinishedAlone)
        try await dropSpool()
    }

    private func restore(
        _ boxes: any SealedBoxes, _ holding: RoundHolding, where isSealed: @Sendable (BoxReading) throws -> Bool
    ) async throws -> Bool {
        do {
            let spool = try await tools.storage.openSpool(of: holding.roundID)
            await spool.close()
            let isRestored = try await boxes.restore(from: spool, where: isSealed)
            try await spool.shutDown()
            return isRestored
        } catch let error as StorageError where error.isDamage {
            return false
        }
    }

    private func keepBack(_ fault: RoundFault, _ holding: RoundHolding, _ detail: String = "") {
        held.withLock { $0.fault = fault.problem }
        let (vietnamese, english) = (fault.text.vietnamese, fault.text.english)
        tools.logger.critical(
            "\(vietnamese) / \(english)",
            metadata: ["round": "\(name)", "places": "\(holding.places.round)", "detail": "\(detail)"])
    }
}

extension StorageError {
    /// Whether a file is not what was written, or gone; not a disk that is full or busy, which passes.
    fileprivate var isDamage: Bool {
        switch code {
        case .corrupt, .wrongKey, .missing, .malformed, .newerSchema: true
        default: false
        }
    }
}
