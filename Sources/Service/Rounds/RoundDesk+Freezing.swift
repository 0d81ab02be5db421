import BallotTokens
import Logging
import OpenSSLKit
import Recognition
import SecretBallot
import Storage
import StrictEncoding
import Synchronization

/// From the draft to the manifest.
extension RoundDesk {
    /// Begins to freeze the round: the token keys are made in the background.
    /// - Throws: `Problem.draftIncomplete` saying what is missing, `.wrongState`.
    func beginFreezing(onFrozen: @escaping @Sendable (RoundID) -> Void) async throws -> FreezeProgress {
        try await steps.withLock { [self] in
            let state = try await state()
            if state == .frozen {
                if let freezing { return freezing }
                return FreezeProgress(finished: try await manifest().contests.count)
            }
            guard state == .draft else { throw Problem.wrongState(state.rawValue) }
            if let freezing, !freezing.isFailed { return freezing }
            let draft = try await manifestDraft()
            let progress = FreezeProgress(total: draft.contestCount)
            held.withLock { $0.freezing = progress }
            Task { await freeze(draft, progress, onFrozen) }
            return progress
        }
    }

    /// Everything that the manifest will fix, complete.
    private func manifestDraft() async throws -> ManifestDraft {
        let draft = try await draft()
        let profile = try tools.profile(draft.guidance)
        let units = try await draftUnits().filter(\.failures.isEmpty).map(\.unit)
        guard !units.isEmpty else { throw Problem(.draftIncomplete, "no unit may be put to the ballot") }
        guard let board = try await draftBoard() else {
            throw Problem(.draftIncomplete, "the counting board's key is missing")
        }
        return ManifestDraft(
            kind: draft.kind, title: draft.title, year: draft.year, authority: draft.authority,
            guidance: try GuidanceReference(id: profile.id, sha256: Hash.digest(profile.bytes)),
            rules: draft.rules ?? profile.rules,
            criteria: draft.kind == .annulment ? [.annulment] : profile.criteria.map(\.value),
            units: units, voters: try await voters(), issuerName: tools.installation.issuerName, board: board,
            service: tools.installation.serviceKeys, details: draft.details)
    }

    private func voters() async throws -> [Voter] {
        guard let voters = try await draftVoters(), !voters.entries.isEmpty else {
            throw Problem(.draftIncomplete, "there are no voters")
        }
        return try voters.entries.map { entry in
            guard let key = entry.credentialKey else {
                throw Problem(.draftIncomplete, "voter \(entry.id) has no credential key: make the access codes first")
            }
            return Voter(id: entry.id, name: entry.name, credentialKey: key)
        }
    }

    private func freeze(
        _ draft: ManifestDraft, _ progress: FreezeProgress, _ onFrozen: @Sendable (RoundID) -> Void
    ) async {
        do {
            let keys = try await tools.pool.map(Array(0..<draft.contestCount)) { _ in
                let key = try RSAPrivateKey.generate()
                progress.advance()
                return key
            }
            let manifest = try draft.frozen(tokenKeys: keys.map { try TokenKey($0.publicKey) })
            // Findable before the state says that there is something to find.
            onFrozen(manifest.roundID)
            try await steps.withLock { [self] in
                try await fix(manifest, keys: try keys.map { try $0.pkcs8() })
            }
        } catch {
            let problem = Problem(translating: error)
            tools.logger.error(
                "freezing failed", metadata: ["round": "\(name)", "error": "\(String(reflecting: error))"])
            progress.fail(problem.code)
        }
    }

    /// The spool first, the state after it: a crash between the two leaves a draft, and keys that nothing will ever be
    /// signed with. They are left where they are: a start that cleared away what its database does not know would
    /// destroy votes the day an old backup of the database is put back.
    private func fix(_ manifest: Manifest, keys: [SecretBytes]) async throws {
        let profile = try tools.profile(manifest.guidance.id)
        let spool = try await tools.folder.createSpool(of: manifest.roundID.bytes, tokenKeys: keys)
        do {
            try await move(
                from: [.draft], to: .frozen, documents: [.manifest: manifest.bytes, .guidance: profile.bytes],
                roundID: manifest.roundID)
        } catch {
            try await spool.destroy()
            throw error
        }
        try await goLive(manifest, spool: spool, state: .frozen)
    }

    // MARK: - The board's word

    /// Takes a board member's signature over the frozen round.
    /// - Throws: `Problem.freezeSignature`, `.wrongState`.
    func addFreezeSignature(_ signature: FreezeSignature) async throws {
        try await steps.withLock { [self] in
            let state = try await state()
            guard state == .frozen else { throw Problem.wrongState(state.rawValue) }
            guard signature.isValid(in: try await manifest()) else { throw Problem(.freezeSignature) }
            try await tools.register.addBoardSignature(
                signature.signature, by: signature.member, at: .freeze, in: name)
        }
    }

    func boardDocument() async throws -> BoardDocument {
        let signatures = try await tools.register.boardSignatures(at: .freeze, in: name)
        return BoardDocument(
            freeze: signatures.sorted { $0.key < $1.key }.map { FreezeSignature(member: $0.key, signature: $0.value) })
    }

    /// What people compare, computed once.
    func roundCode() async throws -> String? {
        if let code = held.withLock(\.roundCode) { return code }
        guard let bytes = try await entry().roundID else { return nil }
        let code = try await tools.pool.run { try RoundCode(of: RoundID(bytes)).description }
        held.withLock { $0.roundCode = code }
        return code
    }
}
