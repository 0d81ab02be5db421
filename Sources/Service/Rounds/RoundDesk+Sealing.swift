import Foundation
import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// Closing the box for good.
extension RoundDesk {
    /// Seals the round: nothing more comes in, the boxes are sorted and fixed, the token keys and all traces destroyed.
    ///
    /// Until the state says sealed nothing was promised, and a failure opens the box again; from there on only the
    /// destruction is left, which a restart finishes.
    func seal() async throws {
        try await steps.withLock { [self] in
            guard let live, live.rollCall.state == .voting else {
                let state = try await state()
                guard state == .sealed else { throw Problem.wrongState(state.rawValue) }
                return try await dropSpool()
            }
            live.rollCall.state = .sealed
            await live.spool.close()
            do {
                try await fixSeal(live)
            } catch {
                live.rollCall.state = .voting
                live.spool.reopen()
                throw error
            }
            try await dropSpool()
        }
    }

    private func fixSeal(_ live: LiveRound) async throws {
        let manifest = live.manifest
        let boxes = BoxFile(tools.folder.layout.boxes(of: manifest.roundID.bytes))
        try await live.spool.writeBoxes(to: boxes.path)
        let (attendance, roll, turnout) = (try live.attendance().bytes, try await live.roll(), live.turnout)
        let boxRoot = try await tools.pool.run { try BoxRootReader.root(of: boxes.read, in: manifest) }
        let seal = Seal(
            manifest.roundID, contestCount: manifest.contests.count, boxRoot: boxRoot,
            attendanceHash: Hash.digest(attendance), rollHash: Hash.digest(roll))
        let document = try SealDocument(
            seal, of: manifest, sealedAt: tools.clock.now, signedBy: tools.installation.logKey)
        try await move(
            from: [.voting], to: .sealed,
            documents: [
                .attendance: attendance, .roll: roll, .seal: document.bytes, .turnout: turnout.json.encoded(),
            ])
    }
}
