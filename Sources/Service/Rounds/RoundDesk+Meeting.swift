import Recognition
import SecretBallot
import Storage
import StrictEncoding
import Synchronization

/// At the meeting: presence, tokens, voting.
extension RoundDesk {
    /// Opens the issuing of tokens.
    /// - Throws: `Problem.freezeSignaturesMissing`, `.wrongState`.
    func beginIssuing() async throws {
        try await steps.withLock { [self] in
            let state = try await state()
            guard state == .frozen || state == .issuing else { throw Problem.wrongState(state.rawValue) }
            try requireLive()
            guard try await boardDocument().isComplete(in: try await manifest()) else {
                throw Problem(.freezeSignaturesMissing)
            }
            try await move(from: [.frozen], to: .issuing)
        }
    }

    /// Marks who is here; all of it or nothing.
    /// - Throws: `Problem.voterUnknown`, `.presenceFixed`, `.wrongState`.
    func mark(_ marks: [String: AttendanceMark]) async throws -> Turnout {
        try await steps.withLock { [self] in
            guard let live else { throw Problem.wrongState(try await entry().state) }
            for voter in marks.keys where live.manifest.position(ofVoter: voter) == nil {
                throw Problem(.voterUnknown, voter)
            }
            let before = Dictionary(uniqueKeysWithValues: marks.keys.map { ($0, live.rollCall.mark(of: $0)) })
            try live.rollCall.mark(marks)
            do {
                let states: Set<RoundState> = [.frozen, .issuing, .voting]
                try await tools.register.mark(marks, in: name, while: states.names)
            } catch {
                try live.rollCall.mark(before)
                throw error
            }
            return live.turnout
        }
    }

    /// What to say before voting opens.
    func warningsBeforeVoting(_ live: LiveRound) throws(MalformedInput) -> [StepWarning] {
        let turnout = live.turnout
        let secrecy = SecrecyWarning.beforeVoting(present: turnout.present).map(StepWarning.secrecy)
        let counts = try RoundCounts(
            summoned: turnout.summoned, present: turnout.present, issued: turnout.issued)
        return secrecy
            + (live.manifest.rules.attendance(in: counts).holds
                ? [] : [.noQuorum(present: turnout.present, summoned: turnout.summoned)])
    }

    /// Opens the voting, once its warnings are acknowledged.
    /// - Throws: `Problem.unacknowledgedWarnings`.
    func beginVoting(acknowledging names: Set<String>) async throws {
        try await steps.withLock { [self] in
            if try await state() == .issuing {
                try StepWarning.require(warningsBeforeVoting(requireLive()), acknowledged: names)
            }
            try await move(from: [.issuing], to: .voting)
        }
    }

    /// Keeps a voter's word that all their slips are in the sealed box.
    /// - Returns: how many have said so.
    /// - Throws: `Problem.voterUnknown`, `.foundSignature`, `.wrongState`.
    func addFound(_ entry: FoundEntry) async throws -> Int {
        guard try await state().isSealed else { throw Problem.wrongState(try await self.entry().state) }
        let manifest = try await manifest()
        let seal = try SealDocument(try await require(.seal), of: manifest).seal
        guard let position = manifest.position(ofVoter: entry.voter),
            try await issuedVoters().contains(ExactText(entry.voter))
        else {
            throw Problem(.voterUnknown)
        }
        guard seal.isFound(by: manifest.voters[position], signature: entry.signature) else {
            throw Problem(.foundSignature)
        }
        try await tools.register.addFound(entry.signature, by: entry.voter, in: name)
        let count = try await tools.register.found(in: name).count
        held.withLock { $0.found = max(count, $0.found ?? 0) }
        return count
    }
}
