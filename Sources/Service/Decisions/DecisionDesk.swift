import Decisions
import OpenSSLKit
import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// Decisions: issuing, annulling, looking up, verifying.
struct DecisionDesk: Sendable {
    /// How long the list of annulled decisions may be relied on without asking again.
    private static let listSeconds = 7 * 86_400

    let tools: RoundTools
    let office: RoundOffice

    private var register: SQLiteRegister { tools.register }

    // MARK: - The signer's key

    /// Keeps a signer's key, still under its own password, and wrapped again.
    /// - Throws: `Problem.wrongKeyPassword`, `.untrustedIdentity`.
    func setIdentity(_ pkcs12: [UInt8], password: SecretBytes, of member: StaffMember) async throws -> Certificate {
        let certificate = try await tools.pool.run { try Self.identity(pkcs12, password).certificate }
        guard certificate.isForSigning else {
            throw Problem(.untrustedIdentity, "the certificate is not one for signing documents")
        }
        try await register.setIdentity(
            SignerIdentity(certificate: certificate.der, pkcs12: SecretBytes(copying: pkcs12)), of: member.name)
        return certificate
    }

    private func identity(of member: StaffMember, password: SecretBytes) async throws -> SigningIdentity {
        guard let kept = try await register.identity(of: member.name) else { throw Problem(.noIdentity) }
        return try await tools.pool.run { try Self.identity(kept.pkcs12.unwipedCopy, password) }
    }

    private static func identity(_ pkcs12: [UInt8], _ password: SecretBytes) throws(Problem) -> SigningIdentity {
        do {
            return try SigningIdentity(pkcs12: pkcs12, password: password)
        } catch CredentialError.wrongPassword {
            throw Problem(.wrongKeyPassword)
        } catch let error as CredentialError {
            throw Problem(.untrustedIdentity, error.description)
        } catch {
            throw Problem(.untrustedIdentity, "not a PKCS#12 file")
        }
    }

    // MARK: - Issuing

    /// Issues a decision for each of the units; those already issued stand if one of them is refused.
    /// - Parameter units: unit ids; nil for every unit that was recognised and has no decision yet.
    /// - Throws: `DecisionRefusal`, `Problem.alreadyDecided`, `.wrongState` unless certified.
    func issue(
        _ order: DecisionOrder, for units: [String]?, of desk: RoundDesk, by member: StaffMember
    ) async throws -> [DecisionEntry] {
        let state = try await desk.state()
        guard state == .certified else { throw Problem.wrongState(state.rawValue) }
        let identity = try await identity(of: member, password: order.password)
        let context = try await context(of: desk, signer: order.signer)
        let body = try await desk.draft().body
        let outcomes = try await desk.results().outcomes
        var entries: [DecisionEntry] = []
        for unit in try await self.units(units, outcomes, of: desk) {
            entries.append(try await issue(order, for: unit, body, context, outcomes, identity, in: desk.name))
        }
        return entries
    }

    private func units(
        _ wanted: [String]?, _ outcomes: RoundOutcomes, of desk: RoundDesk
    ) async throws -> [String] {
        if let wanted { return wanted }
        let decided = Set(try await register.decisions(round: desk.name, unit: nil, year: nil).map(\.claim.unit))
        return outcomes.units.filter { $0.passed && !decided.contains($0.unit.id) }.map(\.unit.id)
    }

    private func context(of desk: RoundDesk, signer: Signer) async throws -> DecisionContext {
        let manifest = try await desk.manifest()
        let seal = try SealDocument(try await desk.require(.seal), of: manifest).seal
        return DecisionContext(
            authority: manifest.authority, year: manifest.year,
            profile: try GuidanceProfile(parsing: try await desk.require(.guidance)), guidance: manifest.guidance,
            round: try RoundReference(roundID: manifest.roundID.bytes, boxRoot: seal.boxRoot), signer: signer)
    }

    private func issue(
        _ order: DecisionOrder, for unit: String, _ body: String, _ context: DecisionContext,
        _ outcomes: RoundOutcomes, _ identity: SigningIdentity, in round: String
    ) async throws -> DecisionEntry {
        let now = tools.clock.now
        let claim = DecisionClaim(
            round: round, unit: unit, authority: context.authority.name, year: order.date.year,
            firstNumber: order.firstNumber)
        return try await claiming(.alreadyDecided) {
            try await register.issue(claim) { number in
                let statement = try DecisionStatement.draft(
                    for: unit, in: outcomes, context: context, number: DecisionNumber(number, body: body),
                    date: order.date)
                return DecisionPaper(try SignedDecision.sign(statement, by: identity, at: Int64(now)), at: now)
            }
        }
    }

    // MARK: - Annulling

    /// Annuls a recognition, with its reason, for good; the decision itself stays as it is.
    /// - Throws: `DecisionRefusal`, `Problem.alreadyAnnulled`, `.notFound`.
    func annul(
        _ digest: [UInt8], because reason: String, _ order: DecisionOrder, body: String, ballot: RoundID?,
        by member: StaffMember
    ) async throws -> DecisionEntry {
        guard let entry = try await register.decision(digest), entry.claim.kind == .recognition else {
            throw Problem(.notFound)
        }
        let decision = try SignedDecision(entry.paper).statement
        let identity = try await identity(of: member, password: order.password)
        let held = try await self.ballot(ballot)
        let now = tools.clock.now
        let claim = DecisionClaim(
            round: entry.claim.round, unit: entry.claim.unit, annuls: digest, authority: decision.authority.name,
            year: order.date.year, firstNumber: order.firstNumber)
        return try await claiming(.alreadyAnnulled) {
            try await register.issue(claim) { number in
                let statement = try AnnulmentStatement.draft(
                    annulling: decision, digest: digest, authority: decision.authority,
                    number: DecisionNumber(number, body: body), date: order.date, reason: reason, ballot: held,
                    signer: order.signer)
                return DecisionPaper(try SignedAnnulment.sign(statement, by: identity, at: Int64(now)), at: now)
            }
        }
    }

    /// The annulment ballot that a decision follows from, where one was held.
    private func ballot(_ roundID: RoundID?) async throws -> AnnulmentStatement.Ballot? {
        guard let roundID else { return nil }
        let desk = try office.desk(roundID: roundID.description)
        guard try await desk.state() == .certified else { throw Problem.wrongState(try await desk.entry().state) }
        let manifest = try await desk.manifest()
        let seal = try SealDocument(try await desk.require(.seal), of: manifest).seal
        return AnnulmentStatement.Ballot(
            round: try RoundReference(roundID: roundID.bytes, boxRoot: seal.boxRoot),
            outcomes: try await desk.results().outcomes)
    }

    /// The database says whether a claim is taken; here it gets its name.
    private func claiming(
        _ taken: ProblemCode, _ body: () async throws -> DecisionEntry
    ) async throws -> DecisionEntry {
        do {
            return try await body()
        } catch let error as StorageError where error.code == .exists {
            throw Problem(taken)
        } catch let refusal as SigningRefusal {
            throw Problem(.untrustedIdentity, refusal.text.english)
        }
    }

    // MARK: - Looking up

    /// The four answers on a decision that somebody holds.
    func verify(_ statement: [UInt8], signature: [UInt8]) async throws -> DecisionVerdict {
        let knowledge = try await knowledge(of: Hash.digest(statement))
        let verifier = DecisionVerifier(anchors: tools.installation.trustAnchors)
        let now = Int64(tools.clock.now)
        return try await tools.pool.run {
            verifier.verify(statement, signature: signature, register: knowledge, now: now)
        }
    }

    private func knowledge(of digest: [UInt8]) async throws -> RegisterKnowledge {
        guard let entry = try await register.decision(digest), entry.claim.kind == .recognition else {
            return .notKnown
        }
        let annulment = try await register.annulment(of: digest)
            .map { try Annulment(SignedAnnulment($0.paper), at: Int64($0.paper.issuedAt)) }
        return .known(
            RegisteredDecision(digest: digest, issuedAt: Int64(entry.paper.issuedAt), annulment: annulment))
    }

    /// The signed list of all annulled decisions, fresh.
    func annulledList() async throws -> [UInt8] {
        let entries = try await register.annulments()
            .map { try AnnulledEntry(SignedAnnulment($0.paper), at: Int64($0.paper.issuedAt)) }
        let now = tools.clock.now
        let list = try AnnulledList(
            issuer: tools.installation.issuerName, issuedAt: Int64(now), expiresAt: Int64(now + Self.listSeconds),
            entries: entries)
        return try list.signed(by: tools.installation.logKey)
    }

    /// A round's decisions and their annulments as files of its record.
    func recordFiles(of desk: RoundDesk) async throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for entry in try await register.decisions(round: desk.name, unit: nil, year: nil) {
            let folder = entry.claim.kind == .recognition ? "recognition" : "annulment"
            files["decisions/\(folder)/\(entry.claim.unit).json"] = entry.paper.statement
            files["decisions/\(folder)/\(entry.claim.unit).p7s"] = entry.paper.signature
        }
        return files
    }
}
