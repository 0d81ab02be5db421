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
    /// - Parameter entry: what the journal will keep, once the round is frozen.
    /// - Throws: `Problem.draftIncomplete` saying what is missing, `.relayOwnHost`, `.sameKey` where two brought it at the
    ///   same time, `.unacknowledgedWarnings`, `.wrongState`.
    func beginFreezing(
        acknowledging names: Set<String>, noting entry: @escaping @Sendable () -> JournalEntry,
        onFrozen: @escaping @Sendable (RoundID) -> Void
    ) async throws -> FreezeProgress {
        try await steps.withLock { [self] in
            guard try await isDue(.freeze) else {
                // What became of the step was not known when it was taken.
                if try await state() == .frozen, live == nil { try await recover(try await self.entry()) }
                if let freezing, !freezing.isFailed { return freezing }
                return FreezeProgress(finished: try await manifest().contests.count)
            }
            if let freezing, !freezing.isFailed { return freezing }
            let (terms, gatewayKey) = try await completeTerms()
            try StepWarning.require(try await warningsBeforeFreezing(after: pastSteps()), acknowledged: names)
            let progress = FreezeProgress(total: terms.contestCount)
            held.withLock { $0.freezing = progress }
            Task { await freeze(terms, gatewayKey, progress, noting: entry, onFrozen) }
            return progress
        }
    }

    /// Everything that the manifest will fix, complete.
    /// - Returns: with it the private key of the gateway that it names, fresh for the round.
    private func completeTerms() async throws -> (terms: RoundTerms, gatewayKey: SigningKey) {
        try await requireDistinctKeys()
        let gatewayKey = SigningKey()
        let relays = try await relaysElsewhere()
        let terms = try await completeTerms(Casting(gateway: GatewayKey(gatewayKey.publicKey), relays: relays))
        try requireRelayable(terms)
        return (terms, gatewayKey)
    }

    private func completeTerms(_ casting: Casting) async throws -> RoundTerms {
        let draft = try await draft()
        let units = try await unitsToVoteOn()
        let board = try await countingBoard()
        let voters = try await voters()
        return try terms(of: draft, on: units, by: voters, countedBy: board, casting)
    }

    private func terms(
        of draft: RoundDraft, on units: [Unit], by voters: [Voter], countedBy board: CountingBoard, _ casting: Casting
    ) throws -> RoundTerms {
        let profile = try tools.profile(draft.guidance)
        return RoundTerms(
            kind: draft.kind, title: draft.title, year: draft.year, authority: draft.authority,
            guidance: try GuidanceReference(id: profile.id, sha256: Hash.digest(profile.bytes)),
            rules: draft.rules ?? profile.rules,
            criteria: draft.kind == .annulment ? [.annulment] : profile.criteria.map(\.value),
            units: units, voters: voters, issuerName: tools.installation.issuerName, board: board,
            service: tools.installation.serviceKeys, casting: casting, details: draft.details)
    }

    private func unitsToVoteOn() async throws -> [Unit] {
        let units = try await draftUnits().filter(\.failures.isEmpty).map(\.unit)
        guard !units.isEmpty else {
            throw Self.lacking("chưa có tổ chức nào được đưa ra bỏ phiếu", "no unit may be put to the ballot")
        }
        return units
    }

    private func countingBoard() async throws -> CountingBoard {
        guard let board = try await draftBoard() else {
            throw Self.lacking("chưa có khóa của ban kiểm phiếu", "the counting board's key is missing")
        }
        return board
    }

    /// The service may have come to another address since they were named.
    /// - Throws: `Problem.relayOwnHost`.
    private func relaysElsewhere() async throws -> [RelayReference] {
        let relays = try await storedRelays()
        try relays?.requireElsewhere(than: tools.installation.address)
        return relays?.list ?? []
    }

    /// A ballot goes through a relay in one piece.
    private func requireRelayable(_ terms: RoundTerms) throws {
        guard terms.casting?.relays.isEmpty != false || terms.contestCount <= Bundle.maximum else {
            throw Self.lacking(
                "phiếu đi qua trạm chuyển phiếu thì nhiều nhất là \(Bundle.maximum) nội dung",
                "at most \(Bundle.maximum) contests where ballots go through a relay")
        }
    }

    private static func lacking(_ vietnamese: String, _ english: String) -> Problem {
        Problem(.draftIncomplete, because: BilingualText(vietnamese, english))
    }

    private func voters() async throws -> [Voter] {
        guard let voters = try await draftVoters(), !voters.entries.isEmpty else {
            throw Self.lacking("chưa có danh sách cấp ủy", "there are no voters")
        }
        return try voters.entries.map { entry in
            guard let key = entry.credentialKey else {
                throw Self.lacking(
                    "\(entry.name) (\(entry.id)) chưa có thẻ vào phiếu: làm thẻ trước",
                    "voter \(entry.id) has no credential key: make the access codes first")
            }
            return Voter(id: entry.id, name: entry.name, credentialKey: key)
        }
    }

    private func freeze(
        _ terms: RoundTerms, _ gatewayKey: SigningKey, _ progress: FreezeProgress,
        noting entry: @escaping @Sendable () -> JournalEntry, _ onFrozen: @Sendable (RoundID) -> Void
    ) async {
        do {
            let keys = try await tools.lanes.keys.map(Array(0..<terms.contestCount)) { _ in
                let key = try RSAPrivateKey.generate()
                progress.advance()
                return key
            }
            let manifest = try await tools.lanes.keys.run {
                try terms.frozen(tokenKeys: keys.map { try TokenKey($0.publicKey) })
            }
            // Findable before the state says that there is something to find.
            onFrozen(manifest.roundID)
            try await steps.withLock { [self] in
                try await fix(manifest, try keys.map { try $0.pkcs8() }, gatewayKey, noting: entry())
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
    private func fix(
        _ manifest: Manifest, _ tokenKeys: [SecretBytes], _ gatewayKey: SigningKey, noting entry: JournalEntry
    ) async throws {
        let profile = try tools.profile(manifest.guidance.id)
        let spool = try await tools.storage.createSpool(
            of: manifest.roundID.bytes, tokenKeys: tokenKeys,
            gatewayKey: SecretBytes(copying: gatewayKey.scalar))
        do {
            try await move(
                from: [.draft], to: .frozen, documents: try await frozenDocuments(manifest, profile),
                roundID: manifest.roundID, noting: entry)
        } catch let uncertain as UncertainStep {
            // The round may be frozen: its keys stay, and freezing again finds out.
            try? await spool.shutDown()
            throw uncertain
        } catch {
            try await spool.destroy()
            throw error
        }
        try await goLive(manifest, spool: spool, state: .frozen)
    }

    private func frozenDocuments(
        _ manifest: Manifest, _ profile: GuidanceProfile
    ) async throws -> [RoundDocument: [UInt8]] {
        var documents: [RoundDocument: [UInt8]] = [.manifest: manifest.bytes, .guidance: profile.bytes]
        documents[.boardTranscript] = try await boardPlan()?.ceremony?.transcript?.bytes
        return documents
    }

    // MARK: - The board's word

    /// Takes a board member's signature over the frozen round.
    /// - Throws: `Problem.freezeSignature`, `.copyNotProved` of a board of several, `.wrongState`.
    func addFreezeSignature(_ signature: FreezeSignature, noting entry: JournalEntry) async throws {
        try await steps.withLock { [self] in
            let isDue = try await isDue(.signFreeze)
            guard signature.isValid(in: try await manifest()) else { throw Problem(.freezeSignature) }
            guard isDue else { return }
            if let plan = try await boardPlan(), !plan.seats[signature.member].isProved {
                throw Problem(.copyNotProved)
            }
            try await tools.register.noting(entry).addBoardSignature(
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
        guard try await entry().roundID != nil else { return nil }
        let manifest = try await manifest()
        let code = try await tools.lanes.live.run { try RoundCode(of: manifest).description }
        held.withLock { $0.roundCode = code }
        return code
    }
}
