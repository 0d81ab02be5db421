import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// Closing the box for good.
extension RoundDesk {
    /// Seals the round, whose voting has ended: nothing more comes in, the boxes are sorted and fixed, the token keys and all traces destroyed.
    ///
    /// Nothing is destroyed before the register says sealed, and what it will say has been audited by then. A failure
    /// opens the box again; once sealed, only the destruction is left, which a repetition or a restart finishes.
    /// - Throws: `Problem.unacknowledgedWarnings` where slips are not in, or relays have not said that theirs are;
    ///   `.auditFailed`, `.wrongState`.
    func seal(acknowledging names: Set<String>, noting entry: JournalEntry) async throws {
        try await steps.withLock { [self] in
            if try await isDue(.seal) {
                let live = try requireLive()
                try StepWarning.require(try await warningsBeforeSealing(live, after: pastSteps()), acknowledged: names)
                try await shut(live, noting: entry)
            }
            try await dropSpool()
        }
    }

    private func shut(_ live: LiveRound, noting entry: JournalEntry) async throws {
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
            live.rollCall.state = .closing
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
        let time = try await stepTime()
        let documents = try await sealedDocuments(live, boxes.file, at: time)
        try await requireSealable(documents, boxes.file)
        try await move(from: [.closing], to: .sealed, documents: documents, at: time, noting: entry)
    }

    private func sealedDocuments(
        _ live: LiveRound, _ boxes: KeptFile, at time: Int
    ) async throws -> [RoundDocument: [UInt8]] {
        let (manifest, attendance) = (live.manifest, try live.attendance().bytes)
        let parts = Seal.Parts(
            boxRoot: try await tools.lanes.counting.run { try BoxRootReader.root(of: boxes.read, in: manifest) },
            attendanceHash: Hash.digest(attendance), rollHash: Hash.digest(try await require(.roll)),
            times: try await sealedTimes(of: manifest, sealedAt: time))
        let document = try SealDocument(
            Seal(parts, of: manifest), of: manifest, sealedAt: time, signedBy: tools.installation.logKey)
        let documents: [RoundDocument: [UInt8]] = [
            .attendance: attendance, .seal: document.bytes, .turnout: live.turnout.json.encoded(),
        ]
        guard manifest.version != .one else { return documents }
        let statements = RelayStatement.document(try await statements(of: manifest))
        return documents.merging([.relays: statements]) { $1 }
    }

    private func sealedTimes(of manifest: Manifest, sealedAt: Int) async throws -> Seal.Times? {
        guard manifest.version != .one else { return nil }
        let closing = try ClosingDocument(try await require(.closing), of: manifest).closing
        return Seal.Times(
            stepsHash: Hash.digest(try await require(.steps)), closingHash: closing.hash, sealedAt: sealedAt)
    }

    /// The audit that everybody can make once it is sealed, made while it can still be mended.
    /// - Throws: `Problem.auditFailed`.
    private func requireSealable(_ documents: [RoundDocument: [UInt8]], _ boxes: KeptFile) async throws {
        let record: [RecordFile: [UInt8]?] = [
            .manifest: try await require(.manifest), .guidance: try await require(.guidance),
            .board: try await boardDocument().bytes, .boardTranscript: try await document(.boardTranscript),
            .attendance: documents[.attendance], .roll: try await require(.roll),
            .closing: try await document(.closing), .steps: try await document(.steps), .relays: documents[.relays],
            .seal: documents[.seal], .found: FoundEntry.document([]),
        ]
        try await audit(KeptRecord(documents: record.compactMapValues { $0 }, boxes: boxes), through: .sealed)
    }
}
