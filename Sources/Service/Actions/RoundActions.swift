import Recognition
import SecretBallot
import Storage

/// The secretary's: a round while it is put together.
struct RoundActions: Sendable {
    let office: RoundOffice

    var now: Int { office.tools.clock.now }

    /// - Throws: `Problem.draftIncomplete` for a guidance that is not there.
    func create(_ draft: RoundDraft, by member: StaffMember?) async throws -> RoundDesk {
        let member = try Right.createRound.admit(member)
        return try await office.create(draft) { member.entry(RoundDeed.created, in: $0, at: now) }
    }

    /// Imports the units' table, all of it or nothing.
    /// - Returns: each unit with why it is not put to the ballot; none is why it is.
    /// - Throws: `TableFaults`, `Problem.alreadyFreezing`, `.wrongState`.
    func importUnits(
        _ csv: [UInt8], into round: RoundDesk, by member: StaffMember?
    ) async throws -> [(unit: Unit, failures: [UnitFailure])] {
        let member = try Right.importUnits.admit(member)
        return try await round.importUnits(csv) {
            member.entry(RoundDeed.unitsImported($0), in: round.name, at: now)
        }
    }

    /// Imports the members' table, all of it or nothing.
    /// - Parameter keepingKeys: whether whoever was there before, by id and name, keeps the key of their card where the
    ///   table brings none.
    /// - Throws: `TableFaults`, `MalformedInput`, `Problem.sameKey`, `.alreadyFreezing`, `.unacknowledgedWarnings`,
    ///   `.wrongState`.
    func importMembers(
        _ csv: [UInt8], into round: RoundDesk, keepingKeys: Bool, acknowledging names: Set<String>,
        by member: StaffMember?
    ) async throws -> DraftVoters {
        let member = try Right.importMembers.admit(member)
        return try await round.importVoters(csv, keepingKeys: keepingKeys, acknowledging: names) {
            member.entry(RoundDeed.membersImported($0), in: round.name, at: now)
        }
    }

    /// Takes the public keys of cards that were made for members, by their ids.
    /// - Parameter replacing: whether members whose card was good until now are meant too.
    /// - Throws: `Problem.voterUnknown`, `.notConfirmed`, `.sameKey`, `.alreadyFreezing`, `.wrongState`.
    func setCardKeys(
        _ keys: [String: VerifyingKey], in round: RoundDesk, replacing: Bool, by member: StaffMember?
    ) async throws -> DraftVoters {
        let member = try Right.setCardKeys.admit(member)
        return try await round.setCredentialKeys(
            keys, replacing: replacing,
            noting: member.entry(RoundDeed.cardsReplaced(keys.count), in: round.name, at: now))
    }

    /// Names the relays to which members may hand their ballots; none takes back all that were named.
    /// - Throws: `Problem.draftIncomplete`, `.sameKey`, `.alreadyFreezing`, `.wrongState`.
    func nameRelays(_ relays: DraftRelays, in round: RoundDesk, by member: StaffMember?) async throws {
        let member = try Right.nameRelays.admit(member)
        try await round.setRelays(
            relays, noting: member.entry(RoundDeed.relaysNamed(relays.list.count), in: round.name, at: now))
    }

    // MARK: - A board of several

    /// Plans a board of several in the place of whatever stood there.
    /// - Returns: what each member is given, to be shown once.
    /// - Throws: `Problem.unacknowledgedWarnings`, `.alreadyFreezing`, `.wrongState`.
    func planBoard(_ order: BoardOrder, of round: RoundDesk, by member: StaffMember?) async throws -> [Invitation] {
        let member = try Right.planBoard.admit(member)
        return try await round.planBoard(
            order, noting: member.entry(RoundDeed.boardPlanned(order.names.count), in: round.name, at: now))
    }

    /// - Throws: `Problem.unacknowledgedWarnings`, `.alreadyFreezing`, `.wrongState`.
    func unplanBoard(
        of round: RoundDesk, acknowledging names: Set<String>, by member: StaffMember?
    ) async throws {
        let member = try Right.planBoard.admit(member)
        try await round.unplanBoard(
            acknowledging: names, noting: member.entry(RoundDeed.boardUnplanned, in: round.name, at: now))
    }

    /// - Throws: `Problem.notFound`, `.alreadyFreezing`, `.wrongState`.
    func renewInvitation(of place: Int, in round: RoundDesk, by member: StaffMember?) async throws -> Invitation {
        let (member, now) = (try Right.renewInvitation.admit(member), now)
        return try await round.renewInvitation(of: place) {
            member.entry(RoundDeed.invitationRenewed($0.seats[place].name), in: round.name, at: now)
        }
    }

    /// Gives up the present attempt at the board's key, whoever was silent in it.
    /// - Throws: `Problem.notFound`, `.otherAttempt`, `.unacknowledgedWarnings` where the key is made, `.alreadyFreezing`,
    ///   `.wrongState`.
    func beginAttempt(
        _ number: Int, in round: RoundDesk, acknowledging names: Set<String>, by member: StaffMember?
    ) async throws {
        let (member, now) = (try Right.beginAttempt.admit(member), now)
        try await round.changePlan(
            .beginAttempt, noting: { member.entry(RoundDeed.attemptBegun($0.attempt), in: round.name, at: now) },
            { try $0.beginAttempt(number, onEvidenceAlone: false, acknowledging: names) })
    }

    // MARK: - Freezing

    /// Begins to freeze; the journal has it when it is frozen.
    /// - Throws: `Problem.draftIncomplete`, `.sameKey`, `.unacknowledgedWarnings`, `.wrongState`.
    func freeze(
        _ round: RoundDesk, acknowledging names: Set<String>, by member: StaffMember?
    ) async throws -> FreezeProgress {
        let member = try Right.freeze.admit(member)
        return try await round.beginFreezing(
            acknowledging: names,
            noting: { [office] in
                member.entry(RoundDeed.frozen, in: round.name, at: office.tools.clock.now)
            }, onFrozen: { [office] in office.remember(round, as: $0) })
    }
}
