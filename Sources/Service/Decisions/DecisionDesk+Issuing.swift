import Decisions
import OpenSSLKit
import Recognition
import SecretBallot
import Storage

/// Recognitions: one paper a unit, or one for all.
extension DecisionDesk {
    /// How many papers are made between two commits; what is issued stands if a later one is refused.
    static let batch = 64

    /// Issues decisions.
    /// - Parameters:
    ///   - units: unit ids; nil for every unit that was recognised and has no decision yet.
    ///   - together: all on one paper, with an annex.
    ///   - password: opens the signer's key, for this once.
    ///   - entry: what the journal keeps of each batch of papers: what is issued stands, and stands there.
    /// - Throws: `DecisionRefusal`, `Problem.alreadyDecided`, `.wrongState` unless certified, `.clockBehind`.
    func issue(
        _ order: DecisionOrder, for units: [String]?, together: Bool, of desk: RoundDesk, by member: StaffMember,
        password: SecretBytes, noting entry: ([NumberedPaper]) -> JournalEntry
    ) async throws -> [DecisionEntry] {
        let basis = try await basis(of: desk)
        let last = try await lastStep(of: desk.name)
        _ = try time(after: last)
        let identity = try await identity(of: member, password: password)
        let groups = try await groups(units, together: together, basis, in: desk.name)
        var entries: [DecisionEntry] = []
        for start in stride(from: 0, to: groups.count, by: Self.batch) {
            let batch = groups[start..<min(start + Self.batch, groups.count)]
            entries += try await issue(
                order, Array(batch), basis, by: identity, in: desk.name, after: last, noting: entry)
        }
        return entries
    }

    func groups(
        _ wanted: [String]?, together: Bool, _ basis: DecisionBasis, in round: String
    ) async throws -> [[String]] {
        var units = wanted ?? []
        if wanted == nil {
            let decided = Set(
                try await register.decisions(DecisionFilter(round: round, kind: .recognition)).map(\.claim.unit))
            units = basis.outcomes.units.filter { $0.passed && !decided.contains($0.unit.id) }.map(\.unit.id)
        }
        return together ? (units.isEmpty ? [] : [units]) : units.map { [$0] }
    }

    private func issue(
        _ order: DecisionOrder, _ groups: [[String]], _ basis: DecisionBasis, by identity: SigningIdentity,
        in round: String, after last: Int, noting entry: ([NumberedPaper]) -> JournalEntry
    ) async throws -> [DecisionEntry] {
        let papers = try await reserve(order, groups, basis, in: round)
        return try await issuing(papers, after: last, noting: entry(papers)) {
            let now = Int64(try time(after: last))
            return try await tools.lanes.papers.map(Array(zip(papers, groups))) {
                [press, signing, verifier] paper, units in
                let decisions = try basis.decisions(units, number: paper.number, order)
                let unsigned = try press.recognition(decisions, on: basis.ground, at: now)
                return try signing.sign(
                    unsigned.pdf, as: .signer, by: identity, on: unsigned.text, at: now, trusting: verifier)
            }
        }
    }

    /// Gives numbers to papers, one for each group of units.
    func reserve(
        _ order: DecisionOrder, _ groups: [[String]], _ basis: DecisionBasis, in round: String
    ) async throws -> [NumberedPaper] {
        let (series, first) = try await series(
            of: basis.authority.name, in: order.date.year, from: order.firstNumber)
        let orders = groups.map { units in
            PaperOrder(
                round: round, claims: units.map { DecisionClaim(unit: $0) }, series: series,
                firstNumber: first)
        }
        return try await number(orders, taken: .alreadyDecided) { paper, number in
            let units = paper.claims.map(\.unit)
            return PaperText(
                try DecisionNumber(number, body: basis.body), try basis.decisions(units, number: number, order))
        }
    }

    /// Issues papers whose files `sign` makes; where it fails, their numbers are let go of.
    /// - Parameter moment: they are recorded no earlier.
    func issuing(
        _ papers: [NumberedPaper], after moment: Int, noting entry: JournalEntry,
        _ sign: () async throws -> [DetachedDecision]
    ) async throws -> [DecisionEntry] {
        do {
            let files = try await stamped(sign()).map { try verifier.preserving($0.attached()) }
            let documents = zip(papers, files).map { PaperDocument(paper: $0.id, bytes: $1) }
            return try await issue(documents, after: moment, noting: entry)
        } catch {
            await abandoned.letGo(of: papers.map(\.id), in: register)
            throw error
        }
    }

    /// Issues papers. Where the register fails it may have issued them all the same, and knows.
    func issue(
        _ documents: [PaperDocument], after moment: Int, noting entry: JournalEntry
    ) async throws -> [DecisionEntry] {
        do {
            return try await register.noting(entry).issue(documents, at: max(tools.clock.now, moment))
        } catch {
            guard await areKept(documents, .issued) else { throw error }
            var entries: [DecisionEntry] = []
            for document in documents { entries += try await register.entries(of: document.paper) }
            return entries
        }
    }

    /// Whether papers have come to a state, in these very files, though the register said that it failed.
    func areKept(_ documents: [PaperDocument], _ state: NumberedPaper.State) async -> Bool {
        do {
            for document in documents {
                guard try await register.paper(document.paper)?.state == state,
                    try await register.document(of: document.paper) == document.bytes
                else { return false }
            }
            return !documents.isEmpty
        } catch {
            return false
        }
    }
}
