import SecretBallot
import Storage
import StrictEncoding

/// The end of the voting, before the box is sealed.
extension RoundDesk {
    /// Ends the voting: no more tokens are issued, who has them is fixed and public, and slips are taken until the seal,
    /// those of relays from now on.
    ///
    /// The spool is told first: whatever ends this between, and whatever register is put back later, there is one closing
    /// of a round. What it was told is not told otherwise: where the step fails then, nobody is given tokens any more, and
    /// it ends, asked for again or at the next start, as it was to end.
    /// - Throws: `Problem.unacknowledgedWarnings` where somebody present has no ballot; `.auditFailed` for a roll that
    ///   nobody would hold, while it can still be mended; `.wrongState`.
    func close(acknowledging names: Set<String>, noting entry: JournalEntry) async throws {
        try await steps.withLock { [self] in
            if try await isDue(.close) {
                let live = try requireLive()
                try StepWarning.require(warningsBeforeClosing(live, after: try await pastSteps()), acknowledged: names)
                try await end(live, noting: entry)
                callRelays(of: live.manifest)
            }
        }
    }

    private func end(_ live: LiveRound, noting entry: JournalEntry) async throws {
        // A register that somebody holds, or that has no room, is found out while voting can still go on.
        try await tools.storage.tryWriting()
        await live.rollCall.stopIssuing()
        do {
            let end = try await fixedEnd(of: live)
            try await move(
                from: [.voting], to: .closing, documents: end.documents, at: end.time, noting: entry)
        } catch {
            if await mayVoteOn(live, after: error) { live.rollCall.state = .voting }
            throw error
        }
    }

    /// Whether it is known that nothing was fixed.
    private func mayVoteOn(_ live: LiveRound, after error: any Error) async -> Bool {
        if error is UncertainStep { return false }
        guard live.manifest.version != .one else { return true }
        do { return try await live.spool.closing() == nil } catch { return false }
    }

    /// What the spool was told before, or is told now.
    private func fixedEnd(of live: LiveRound) async throws -> FixedEnd {
        if let kept = try await keptEnd(of: live) { return kept }
        let time = try await stepTime()
        let documents = try await closedDocuments(live, at: time)
        if let closing = documents[.closing], let steps = documents[.steps] {
            try await keep(KeptClosing(closing: closing, steps: steps), of: live)
        }
        return FixedEnd(documents: documents, time: time)
    }

    private func closedDocuments(_ live: LiveRound, at time: Int) async throws -> [RoundDocument: [UInt8]] {
        let (manifest, roll, attendance) = (live.manifest, try await live.roll(), try live.attendance())
        try require(try await tools.lanes.counting.run { Audit.faults(ofRoll: roll, attendance, of: manifest) })
        guard manifest.version != .one else { return [.roll: roll] }
        let closing = Closing(closedAt: time, rollHash: Hash.digest(roll), of: manifest.roundID)
        let steps = try await pastSteps().map { RoundSteps.Step(state: $0.state, at: $0.at) }
        return [
            .roll: roll, .closing: try ClosingDocument(closing, signedBy: live.receiptKey).bytes,
            .steps: try RoundSteps(steps + [RoundSteps.Step(state: RoundSteps.last, at: time)], of: manifest).bytes,
        ]
    }
}
