import Decisions
import OpenSSLKit
import Recognition
import SecretBallot
import Storage

/// Annulling a recognition, with its reason, for good; the decision itself stays as it is.
extension DecisionDesk {
    /// What annulling a decision will cost.
    func warningsBeforeAnnulling(_ decision: DecisionStatement) -> [StepWarning] {
        [
            .recognitionEnded(
                unit: decision.unit.name, year: decision.year, number: decision.number.description)
        ]
    }

    /// - Throws: `DecisionRefusal`, `Problem.alreadyAnnulled`, `.notFound`, `.unacknowledgedWarnings`, `.clockBehind`.
    func annul(
        _ digest: [UInt8], because reason: String, _ order: DecisionOrder, body: String, ballot: RoundID?,
        acknowledging names: Set<String>, by member: StaffMember, password: SecretBytes,
        noting note: (NumberedPaper) -> JournalEntry
    ) async throws -> DecisionEntry {
        guard let entry = try await register.decision(digest), entry.kind == .recognition else {
            throw Problem(.notFound)
        }
        guard try await register.annulment(of: digest) == nil else { throw Problem(.alreadyAnnulled) }
        let decision = try ExactDecision(bytes: entry.statement.bytes).statement
        try StepWarning.require(warningsBeforeAnnulling(decision), acknowledged: names)
        let identity = try await identity(of: member, password: password)
        let held = try await self.ballot(ballot)
        let now = try time(
            after: entry.issuedAt, try await lastStep(of: entry.paper.round), held?.certifiedAt ?? 0)
        let make: @Sendable (Int) throws -> ExactAnnulment = { number in
            try ExactAnnulment(
                AnnulmentStatement.draft(
                    annulling: decision, digest: digest, authority: decision.authority,
                    number: DecisionNumber(number, body: body), date: order.date, reason: reason,
                    ballot: held?.ballot, signer: order.signer))
        }
        let (series, first) = try await series(
            of: decision.authority.name, in: order.date.year, from: order.firstNumber)
        let paper = PaperOrder(
            round: entry.paper.round, claims: [DecisionClaim(unit: entry.claim.unit, annuls: digest)], series: series,
            firstNumber: first)
        // Read while there is no number yet that a failure would have to give back.
        let citation = try await citation(of: entry.paper.round)
        let papers = try await number([paper], taken: .alreadyAnnulled) { _, number in
            let annulment = try make(number)
            return PaperText(annulment.statement.number, [annulment])
        }
        guard let first = papers.first else { throw Problem(.internal) }
        let entries = try await issuing(papers, after: now, noting: note(first)) { [papers] in
            try await tools.lanes.papers.map(papers) { [press, signing, verifier] paper in
                let unsigned = try press.annulment(
                    make(paper.number), of: decision, citation: citation, ballotDate: held?.date, at: Int64(now))
                return try signing.sign(
                    unsigned.pdf, as: .signer, by: identity, on: unsigned.text, at: Int64(now), trusting: verifier)
            }
        }
        guard let annulment = entries.first else { throw Problem(.internal) }
        return annulment
    }

    private func citation(of round: String) async throws -> String {
        try GuidanceProfile(parsing: try await office.desk(round).require(.guidance)).document.citation
    }

    /// The annulment ballot that a decision follows from, where one was held, its day, and when its result was
    /// certified.
    private func ballot(
        _ roundID: RoundID?
    ) async throws -> (ballot: AnnulmentStatement.Ballot, date: CalendarDate, certifiedAt: Int)? {
        guard let roundID else { return nil }
        let desk = try office.desk(roundID: roundID.description)
        guard try await desk.state() == .certified else { throw Problem.wrongState(try await desk.entry().state) }
        let manifest = try await desk.manifest()
        let seal = try SealDocument(try await desk.require(.seal), of: manifest)
        let ballot = AnnulmentStatement.Ballot(
            round: try RoundReference(roundID: roundID.bytes, boxRoot: seal.seal.boxRoot),
            outcomes: try await desk.outcomes())
        return (ballot, try CalendarDate(inVietnamAt: seal.sealedAt), try await desk.lastStep())
    }
}
