import Decisions
import Reader
import Recognition
import SecretBallot
import Storage

/// The public register, and verifying.
extension DecisionDesk {
    /// How long the list of annulled decisions may be relied on without asking again.
    private static let listSeconds = 7 * 86_400

    /// The four answers on a file that somebody holds.
    /// - Parameter asker: whose share of the readers it counts against.
    /// - Throws: `ReaderFault` where it could not be read.
    func verify(_ file: [UInt8], for asker: Asker) async throws -> DecisionVerdict {
        let now = Int64(tools.clock.now)
        var known: RegisterMatch?
        let findings = try await readers.findings(on: file, for: asker, now: now) { findings in
            let knowledge = try await knowledge(of: findings.digests)
            known = try await tools.lanes.verification.run { RegisterMatch(of: file, findings, in: knowledge) }
            return known?.recordedAt
        }
        guard let known else { throw Problem(.internal) }
        return findings.verdict(known, now: now)
    }

    private func knowledge(of digests: [[UInt8]]) async throws -> RegisterKnowledge {
        var known: [RegisteredDecision] = []
        var files: [Int64: [UInt8]] = [:]
        for digest in digests {
            guard let entry = try await register.decision(digest) else { continue }
            if files[entry.paper.id] == nil { files[entry.paper.id] = try await register.document(of: entry.paper.id) }
            known.append(
                RegisteredDecision(
                    digest: digest, issuedAt: Int64(entry.issuedAt), document: files[entry.paper.id] ?? [],
                    annulment: try await annulment(of: digest)))
        }
        return .consulted(known)
    }

    /// - Throws: `Problem.notFound`.
    func entry(_ digest: [UInt8]) async throws -> DecisionEntry {
        guard let entry = try await register.decision(digest) else { throw Problem(.notFound) }
        return entry
    }

    /// What ended a decision.
    func annulment(of digest: [UInt8]) async throws -> Annulment? {
        try await register.annulment(of: digest).map { entry in
            try Annulment(ExactAnnulment(bytes: entry.statement.bytes), at: Int64(entry.issuedAt))
        }
    }

    /// The signed list of all annulled decisions, fresh.
    func annulledList() async throws -> [UInt8] {
        let entries = try await register.annulments().map { entry in
            try AnnulledEntry(ExactAnnulment(bytes: entry.statement.bytes), at: Int64(entry.issuedAt))
        }
        let now = tools.clock.now
        let list = try AnnulledList(
            issuer: tools.installation.issuerName, issuedAt: Int64(now), expiresAt: Int64(now + Self.listSeconds),
            entries: entries)
        return try list.signed(by: tools.installation.logKey)
    }

    /// A round's decisions and their annulments as files of its record.
    func recordFiles(of desk: RoundDesk) async throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for entry in try await register.decisions(DecisionFilter(round: desk.name)) {
            let kind: DecisionPath.Kind = entry.kind == .recognition ? .recognition : .annulment
            let path = DecisionPath(kind, year: entry.paper.series.year, number: entry.paper.number).description
            guard files[path] == nil else { continue }
            files[path] = try await register.document(of: entry.paper.id)
        }
        return files
    }
}
