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

    /// Makes the round with its units and members, and gives the administrator who tries things out all roles.
    func begin(units: [UInt8], members: [UInt8], by member: StaffMember?) async throws {
        let (_, member) = (try trial(), try Right.beginTrial.admit(member))
        let now = office.tools.clock.now
        let roles = Set(Role.allCases)
        try await staff.setRoles(
            roles, of: member.name, noting: member.entry(AccountDeed.rolesChanged(member.name, roles), at: now))
        let draft = try TrialSample.draft(year: CalendarDate(inVietnamAt: now).year)
        let round = try await office.create(draft) { member.entry(RoundDeed.trialMade, in: $0, at: now) }
        _ = try await round.importUnits(units) { _ in nil }
        _ = try await round.importVoters(members, keepingKeys: false, acknowledging: []) { _ in nil }
    }

    /// Saves the newcomer from looking for the trial signer's file.
    func setIdentity(by member: StaffMember?) async throws {
        let (pkcs12, password) = try trial().signerKey()
        _ = try await DecisionActions(desk: decisions).setIdentity(
            pkcs12, password: SecretBytes(copying: Array(password.utf8)), by: member)
    }
}
