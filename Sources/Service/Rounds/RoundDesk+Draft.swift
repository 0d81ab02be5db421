import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// What comes in while a round is a draft.
extension RoundDesk {
    /// Imports the units' table, all of it or nothing.
    /// - Returns: each unit with why it is not put to the ballot; none is why it is.
    /// - Throws: `TableFaults`.
    func importUnits(
        _ csv: [UInt8], noting entry: (Int) -> JournalEntry
    ) async throws -> [(unit: Unit, failures: [UnitFailure])] {
        let draft = try await draft()
        let profile = try tools.profile(draft.guidance)
        let units = DraftUnits(try UnitTable(parsing: csv, profile: profile))
        try await store(units.stored, as: .units, noting: entry(units.entries.count))
        return Self.eligibility(of: units, draft, profile)
    }

    /// Imports the voters' table, all of it or nothing.
    /// - Parameter keepingKeys: whether members who were there before, by id and name, keep the key of their card where
    ///   the table brings none.
    /// - Throws: `TableFaults`, `MalformedInput` for a key that is no point of the curve; `Problem.sameKey`;
    ///   `.unacknowledgedWarnings` where cards become void.
    func importVoters(
        _ csv: [UInt8], keepingKeys: Bool, acknowledging names: Set<String>, noting entry: (Int) -> JournalEntry
    ) async throws -> DraftVoters {
        let (voters, warnings) = try await checkVoters(csv, keepingKeys: keepingKeys)
        // Of a round that is no draft any more nothing is to be acknowledged: it is refused.
        if try await state() == .draft {
            try await requireDistinctKeys(voters: voters)
            try StepWarning.require(warnings, acknowledged: names)
        }
        try await store(voters.stored, as: .voters, noting: entry(voters.entries.count))
        return voters
    }

    /// What the voters' table would make of the list, and what that costs; nothing is stored.
    /// - Throws: as `importVoters`, but for the warnings.
    func checkVoters(
        _ csv: [UInt8], keepingKeys: Bool
    ) async throws -> (voters: DraftVoters, warnings: [StepWarning]) {
        let (table, earlier) = (try DraftVoters(VoterTable(parsing: csv)), try await draftVoters())
        let voters = keepingKeys ? table.keepingKeys(of: earlier) : table
        let voided = voters.voidedCards(of: earlier)
        return (voters, voided.isEmpty ? [] : [.cardsVoid(voided)])
    }

    /// Takes the public keys of cards that were made for members, by their ids.
    /// - Parameter replacing: whether members whose card was good until now are meant too.
    /// - Throws: `Problem.voterUnknown`, `.sameKey`; `.notConfirmed` where somebody's card would stop being good unsaid.
    func setCredentialKeys(
        _ keys: [String: VerifyingKey], replacing: Bool, noting entry: JournalEntry
    ) async throws -> DraftVoters {
        guard let present = try await draftVoters() else { throw Problem(.voterUnknown) }
        guard replacing || !present.isReplaced(by: keys) else { throw Problem(.notConfirmed) }
        let voters = try present.taking(keys)
        if try await state() == .draft { try await requireDistinctKeys(voters: voters) }
        try await store(voters.stored, as: .voters, noting: entry)
        return voters
    }

    /// What the units' table would put to the ballot; nothing is stored.
    /// - Throws: `TableFaults`.
    func checkUnits(_ csv: [UInt8]) async throws -> [(unit: Unit, failures: [UnitFailure])] {
        let draft = try await draft()
        let profile = try tools.profile(draft.guidance)
        return Self.eligibility(of: DraftUnits(try UnitTable(parsing: csv, profile: profile)), draft, profile)
    }

    /// The guidance that the round follows.
    @inline(never)
    func profile() async throws -> GuidanceProfile { try tools.profile(try await draft().guidance) }

    @inline(never)
    func draftUnits() async throws -> [(unit: Unit, failures: [UnitFailure])] {
        guard let stored = try await document(.units) else { return [] }
        let draft = try await draft()
        return try Self.eligibility(of: DraftUnits(stored: stored), draft, tools.profile(draft.guidance))
    }

    func draftVoters() async throws -> DraftVoters? {
        try await document(.voters).map { bytes in try DraftVoters(stored: bytes) }
    }

    private static func eligibility(
        of units: DraftUnits, _ draft: RoundDraft, _ profile: GuidanceProfile
    ) -> [(unit: Unit, failures: [UnitFailure])] {
        units.entries.map { entry in
            let failures = DraftUnits.failures(
                of: entry, kind: draft.kind, authority: draft.authority, profile: profile)
            return (entry.unit, failures)
        }
    }
}
