import OpenSSLKit
import Recognition
import SecretBallot
import Storage

/// The signer's: the key, the decisions, their seal, their annulment.
struct DecisionActions: Sendable {
    let desk: DecisionDesk

    private var now: Int { desk.tools.clock.now }

    /// - Throws: `Problem.wrongKeyPassword`, `.untrustedIdentity`.
    func setIdentity(
        _ pkcs12: [UInt8], password: SecretBytes, by member: StaffMember?
    ) async throws -> Certificate {
        let member = try Right.setIdentity.admit(member)
        return try await desk.setIdentity(pkcs12, password: password, of: member) {
            member.entry(DecisionDeed.identitySet(fingerprint: $0.fingerprint), at: now)
        }
    }

    /// - Parameter password: opens the signer's key, for this once.
    /// - Throws: `DecisionRefusal`, `Problem.alreadyDecided`, `.wrongState`, and those of signing.
    func issue(
        _ order: DecisionOrder, for units: DecisionUnits, of round: RoundDesk, by member: StaffMember?,
        password: SecretBytes
    ) async throws -> [DecisionEntry] {
        let member = try Right.issueDecisions.admit(member)
        return try await desk.issue(
            order, for: units.ids, together: units.together, of: round, by: member, password: password
        ) {
            member.entry(DecisionDeed.issued($0.map(\.numberText)), in: round.name, at: now)
        }
    }

    /// Gives papers their numbers, to be signed outside the service.
    /// - Throws: as `issue`.
    func prepare(
        _ order: DecisionOrder, for units: DecisionUnits, of round: RoundDesk, by member: StaffMember?
    ) async throws -> [NumberedPaper] {
        let member = try Right.prepareDecisions.admit(member)
        return try await desk.prepare(order, for: units.ids, together: units.together, of: round) {
            member.entry(DecisionDeed.prepared($0.map(\.numberText)), in: round.name, at: now)
        }
    }

    /// Takes the detached signature of a prepared paper.
    /// - Throws: `Problem.notFound`, `.signature`, `.untrustedIdentity`.
    func attach(_ signature: [UInt8], to paper: Int64, by member: StaffMember?) async throws -> [DecisionEntry] {
        let member = try Right.attachSignature.admit(member)
        return try await desk.attach(signature, to: paper) { attached($0, by: member) }
    }

    /// Puts in the place of a prepared paper the file that another program signed it.
    /// - Throws: `Problem.notFound`, `.signature`, `.untrustedIdentity`.
    func attach(signed file: [UInt8], to paper: Int64, by member: StaffMember?) async throws -> [DecisionEntry] {
        let member = try Right.attachSignature.admit(member)
        return try await desk.attach(signed: file, to: paper) { attached($0, by: member) }
    }

    private func attached(_ paper: NumberedPaper, by member: StaffMember) -> JournalEntry {
        member.entry(DecisionDeed.attached(paper.numberText), in: paper.round, at: now)
    }

    /// - Returns: the paper as it waited.
    /// - Throws: `Problem.notFound`.
    @discardableResult
    func withdraw(_ paper: Int64, by member: StaffMember?) async throws -> NumberedPaper {
        let member = try Right.withdrawPaper.admit(member)
        return try await desk.withdraw(paper) {
            member.entry(DecisionDeed.withdrawn($0.numberText), in: $0.round, at: now)
        }
    }

    /// Affixes the body's seal to the paper of a decision.
    /// - Throws: `Problem.notFound`, `.bodySealPresent`, and those of signing.
    func affixBodySeal(
        to digest: [UInt8], password: SecretBytes, by member: StaffMember?
    ) async throws -> DecisionEntry {
        let member = try Right.affixBodySeal.admit(member)
        return try await desk.affixBodySeal(to: digest, password: password, by: member) {
            member.entry(DecisionDeed.bodySealAffixed($0.numberText), in: $0.round, at: now)
        }
    }

    /// Puts the next time stamp over the whole paper of a decision.
    /// - Throws: `Problem.notFound`, `.noTimestampAuthority`, `.timestamp`, `.signature`, `.paperChanged`.
    func archive(_ digest: [UInt8], by member: StaffMember?) async throws -> DecisionEntry {
        let member = try Right.archiveDecision.admit(member)
        return try await desk.archive(digest) {
            member.entry(DecisionDeed.archived($0.numberText), in: $0.round, at: now)
        }
    }

    /// - Throws: `DecisionRefusal`, `Problem.alreadyAnnulled`, `.notFound`, `.unacknowledgedWarnings`, and those of
    ///   signing.
    func annul(
        _ digest: [UInt8], because reason: String, _ order: DecisionOrder, body: String, ballot: RoundID?,
        acknowledging names: Set<String>, by member: StaffMember?, password: SecretBytes
    ) async throws -> DecisionEntry {
        let member = try Right.annulDecision.admit(member)
        return try await desk.annul(
            digest, because: reason, order, body: body, ballot: ballot, acknowledging: names, by: member,
            password: password
        ) {
            member.entry(DecisionDeed.annulled(by: $0.numberText), in: $0.round, at: now)
        }
    }
}
