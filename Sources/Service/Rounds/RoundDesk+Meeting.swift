import Recognition
import SecretBallot
import Storage
import StrictEncoding
import Synchronization

/// At the meeting: presence, tokens, voting.
extension RoundDesk {
    /// Opens the issuing of tokens.
    /// - Throws: `Problem.freezeSignaturesMissing`, `.clockBehind`, `.wrongState`.
    func beginIssuing(noting entry: JournalEntry) async throws {
        try await steps.withLock { [self] in
            guard try await isDue(.beginIssuing) else { return }
            try requireLive()
            guard try await boardDocument().isComplete(in: try await manifest()) else {
                throw Problem(.freezeSignaturesMissing)
            }
            // Nothing is lost yet by cancelling instead, should the clock have been wrong before.
            guard try await clockWarning(after: pastSteps()).isEmpty else { throw Problem(.clockBehind) }
            try await move(from: [.frozen], to: .issuing, noting: entry)
        }
    }

    /// Marks who is here; all of it or nothing. What stands so already is no change.
    /// - Parameter entry: what the journal keeps of so many marks that changed.
    /// - Throws: `Problem.voterUnknown`, `.presenceFixed`, `.wrongState`.
    func mark(
        _ marks: [String: AttendanceMark], noting entry: @escaping @Sendable (Int) -> JournalEntry
    ) async throws -> Turnout {
        try await steps.withLock { [self] in
            guard try await isDue(.markPresence) else { return try await turnout(where: marks) }
            let live = try requireLive()
            for voter in marks.keys where live.manifest.position(ofVoter: voter) == nil {
                throw Problem(.voterUnknown, voter)
            }
            let before = Dictionary(uniqueKeysWithValues: marks.keys.map { ($0, live.rollCall.mark(of: $0)) })
            let changes = marks.filter { before[$0.key] != $0.value }
            guard !changes.isEmpty else { return live.turnout }
            try live.rollCall.mark(changes)
            do {
                try await tools.register.noting(entry(changes.count)).mark(
                    changes, in: name, while: (Right.markPresence.row.due ?? []).names)
            } catch {
                live.rollCall.restore(before)
                throw error
            }
            return live.turnout
        }
    }

    /// The counts of a round that is sealed, for marks that stand there as they are asked for.
    private func turnout(where marks: [String: AttendanceMark]) async throws -> Turnout {
        let (kept, manifest) = (try await tools.register.attendance(of: name), try await manifest())
        guard let turnout = try await turnout(),
            marks.allSatisfy({ manifest.position(ofVoter: $0.key) != nil && kept[$0.key] ?? .absent == $0.value })
        else { throw Problem.wrongState(try await entry().state) }
        return turnout
    }

    /// Opens the voting, once its warnings are acknowledged.
    /// - Throws: `Problem.unacknowledgedWarnings`.
    func beginVoting(acknowledging names: Set<String>, noting entry: JournalEntry) async throws {
        try await steps.withLock { [self] in
            guard try await isDue(.beginVoting) else { return }
            let warnings = try await warningsBeforeVoting(requireLive(), after: pastSteps())
            try StepWarning.require(warnings, acknowledged: names)
            try await move(from: [.issuing], to: .voting, noting: entry)
        }
    }

    /// Keeps a voter's word that all their slips are in the sealed box.
    /// - Returns: how many have said so.
    /// - Throws: `Problem.voterUnknown`, `.foundSignature`, `.wrongState`.
    func addFound(_ entry: FoundEntry) async throws -> Int {
        guard try await state().isSealed else { throw Problem.wrongState(try await self.entry().state) }
        let manifest = try await manifest()
        let seal = try SealDocument(try await require(.seal), of: manifest).seal
        let line = try await roll().first { ExactText($0.voter) == ExactText(entry.voter) }
        guard let key = line.flatMap(manifest.findingKey) else { throw Problem(.voterUnknown) }
        guard seal.isFound(by: key, signature: entry.signature) else { throw Problem(.foundSignature) }
        try await tools.register.addFound(entry.signature, by: entry.voter, in: name)
        let count = try await tools.register.found(in: name).count
        held.withLock { $0.found = max(count, $0.found ?? 0) }
        return count
    }
}
