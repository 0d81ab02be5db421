import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// Closing the box for good.
extension RoundDesk {
    /// Seals the round: nothing more comes in, the boxes are sorted and fixed, the token keys and all traces destroyed.
    ///
    /// Nothing is destroyed before the register says sealed, and what it will say has been audited by then. A failure
    /// opens the box again; once sealed, only the destruction is left, which a repetition or a restart finishes.
    /// - Throws: `Problem.unacknowledgedWarnings` where somebody present has no ballot, or slips are not in;
    ///   `.auditFailed`, `.wrongState`.
    func seal(acknowledging names: Set<String>, noting entry: JournalEntry) async throws {
        try await steps.withLock { [self] in
            if try await isDue(.seal) {
                let live = try requireLive()
                try StepWarning.require(try await warningsBeforeSealing(live, after: pastSteps()), acknowledged: names)
                try await close(live, noting: entry)
            }
            try await dropSpool()
        }
    }

    private func close(_ live: LiveRound, noting entry: JournalEntry) async throws {
        live.rollCall.state = .sealed
        await live.spool.close()
        do {
            try await fixSeal(live, noting: entry)
        } catch let uncertain as UncertainStep {
            // It may be sealed: nothing more may come in, and nothing may go, until that is known.
            throw uncertain
        } catch {
            // Left behind, they would be removed by the next attempt or start.
            try? await boxes(of: live).remove(.heldBy(live.spool))
            live.rollCall.state = .voting
            live.spool.reopen()
            throw error
        }
    }

    private func boxes(of live: LiveRound) -> any SealedBoxes {
        tools.storage.boxes(of: live.manifest.roundID.bytes)
    }

    private func fixSeal(_ live: LiveRound, noting entry: JournalEntry) async throws {
        let boxes = boxes(of: live)
        // Of an attempt that ended too early to clear up.
        if boxes.file.isThere { try await boxes.remove(.heldBy(live.spool)) }
        try await boxes.write(from: live.spool)
        let documents = try await sealedDocuments(live, boxes.file)
        try await requireSealable(documents, boxes.file)
        try await move(from: [.voting], to: .sealed, documents: documents, noting: entry)
    }

    private func sealedDocuments(_ live: LiveRound, _ boxes: KeptFile) async throws -> [RoundDocument: [UInt8]] {
        let manifest = live.manifest
        let (attendance, roll) = (try live.attendance().bytes, try await live.roll())
        let boxRoot = try await tools.lanes.counting.run { try BoxRootReader.root(of: boxes.read, in: manifest) }
        let seal = Seal(
            Seal.Parts(
                boxRoot: boxRoot, attendanceHash: Hash.digest(attendance), rollHash: Hash.digest(roll)), of: manifest)
        let document = try SealDocument(
            seal, of: manifest, sealedAt: try await stepTime(), signedBy: tools.installation.logKey)
        return [
            .attendance: attendance, .roll: roll, .seal: document.bytes, .turnout: live.turnout.json.encoded(),
        ]
    }

    /// The audit that everybody can make once it is sealed, made while it can still be mended.
    /// - Throws: `Problem.auditFailed`.
    private func requireSealable(_ documents: [RoundDocument: [UInt8]], _ boxes: KeptFile) async throws {
        let record: [RecordFile: [UInt8]?] = [
            .manifest: try await require(.manifest), .guidance: try await require(.guidance),
            .board: try await boardDocument().bytes, .attendance: documents[.attendance], .roll: documents[.roll],
            .seal: documents[.seal], .found: FoundEntry.document([]),
        ]
        try await audit(KeptRecord(documents: record.compactMapValues { $0 }, boxes: boxes), through: .sealed)
    }
}
