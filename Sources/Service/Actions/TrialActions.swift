import OpenSSLKit
import Recognition
import SecretBallot
import Storage

/// What saves a newcomer's time in a trial installation.
struct TrialActions: Sendable {
    let office: RoundOffice
    let decisions: DecisionDesk
    let staff: StaffDesk

    /// - Throws: `Problem.notFound` where the installation is meant in earnest.
    func trial() throws -> TrialFolder {
        guard let trial = office.tools.installation.trial else { throw Problem(.notFound) }
        return trial
    }

    /// Gives the administrator who tries things out all roles, and makes the round with its units and members. The roles
    /// come first: where the round then fails, asking again makes the one round that is missing.
    /// - Throws: `TableFaults`, before anything is changed; `Problem.notFound` where there is no trial.
    func begin(units: [UInt8], members: [UInt8], by member: StaffMember?) async throws {
        let (member, _) = (try Right.beginTrial.admit(member), try trial())
        let (now, roles) = (office.tools.clock.now, Set(Role.allCases))
        let draft = try TrialSample.draft(year: CalendarDate(inVietnamAt: now).year)
        let profile = try office.tools.profile(draft.guidance)
        let lists: [RoundDocument: [UInt8]] = [
            .units: DraftUnits(try UnitTable(parsing: units, profile: profile)).stored,
            .voters: try DraftVoters(VoterTable(parsing: members)).stored,
        ]
        try await staff.setRoles(
            roles, of: member.name, noting: member.entry(AccountDeed.rolesChanged(member.name, roles), at: now))
        _ = try await office.create(draft, with: lists) { member.entry(RoundDeed.trialMade, in: $0, at: now) }
    }

    /// Saves the newcomer from looking for the trial signer's file.
    func setIdentity(by member: StaffMember?) async throws {
        try Right.setIdentity.admit(member)
        let (pkcs12, password) = try trial().signerKey()
        _ = try await DecisionActions(desk: decisions).setIdentity(
            pkcs12, password: SecretBytes(copying: Array(password.utf8)), by: member)
    }
}
