import SecretBallot
import Storage
import StrictEncoding

/// The end of the voting, before the box is sealed.
extension RoundDesk {
    /// Ends the voting: no more tokens are issued, who has them is fixed and public, and slips are taken until the seal,
    /// those of relays from now on.
    ///
    /// What is fixed and the state are kept together, and in the spool once more, so that there are never two closings,
    /// whatever ends this between and whatever register is put back later.
    /// - Throws: `Problem.unacknowledgedWarnings` where somebody present has no ballot; `.auditFailed` for a roll that
    ///   nobody would hold, while it can still be mended; `.wrongState`.
    func close(acknowledging names: Set<String>, noting entry: JournalEntry) async throws {
        try await steps.withLock { [self] in
            if try await isDue(.close) {
                let live = try requireLive()
                try StepWarning.require(warningsBeforeClosing(live, after: try await pastSteps()), acknowledged: names)
                try await end(live, noting: entry)
                // Relays hear of it when the spool knows.
                try await keepClosing()
                return callRelays(of: live.manifest)
            }
            if try await state() == .closing { try await keepClosing() }
        }
    }

    private func end(_ live: LiveRound, noting entry: JournalEntry) async throws {
        await live.rollCall.stopIssuing()
        do {
            let time = try await stepTime()
            try await move(
                from: [.voting], to: .closing, documents: try await closedDocuments(live, at: time), at: time,
                noting: entry)
        } catch let uncertain as UncertainStep {
            // It may have ended: nobody is given tokens until that is known.
            throw uncertain
        } catch {
            live.rollCall.state = .voting
            throw error
        }
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
