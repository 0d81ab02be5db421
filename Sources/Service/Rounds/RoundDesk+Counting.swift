import Logging
import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// Counting, the minutes, publishing.
extension RoundDesk {
    /// Counts again from the box, and compares.
    /// - Throws: `Problem.wrongState` before the box is open; `.auditFailed` if the count is another: then nothing may
    ///   be published.
    func recount() async throws -> Results {
        _ = try await isDue(.recount)
        let report = try await audit(try await recordSource(), through: .opened)
        let manifest = try await manifest()
        guard TallyDocument(report.tallies).bytes(of: manifest) == (try await require(.tally)) else {
            throw Problem(.auditFailed, "the count from the box is not the tally that was kept")
        }
        return try await results()
    }

    /// Takes a board member's signature under the count.
    /// - Throws: `Problem.minutesSignature`, `.wrongState`.
    func addMinutesSignature(_ signature: MinutesSignature, noting entry: JournalEntry) async throws {
        try await steps.withLock { [self] in
            _ = try await isDue(.signMinutes)
            let manifest = try await manifest()
            let seal = try SealDocument(try await require(.seal), of: manifest).seal
            let tallies = try TallyDocument(try await require(.tally), of: manifest).tallies
            guard signature.isValid(counting: tallies, of: seal, by: manifest.board) else {
                throw Problem(.minutesSignature)
            }
            try await tools.register.noting(entry).addBoardSignature(
                signature.signature, by: signature.member, at: .minutes, in: name)
        }
    }

    func minutesDocument() async throws -> MinutesDocument {
        let signatures = try await tools.register.boardSignatures(at: .minutes, in: name)
        return MinutesDocument(
            signatures.sorted { $0.key < $1.key }.map { MinutesSignature(member: $0.key, signature: $0.value) })
    }

    /// Publishes the results, once their warnings are acknowledged.
    /// - Throws: `Problem.unacknowledgedWarnings`, `.auditFailed`.
    func certify(acknowledging names: Set<String>, noting entry: JournalEntry) async throws {
        try await steps.withLock { [self] in
            guard try await isDue(.certify) else { return }
            let results = try await recount()
            try StepWarning.require(results.warnings, acknowledged: names)
            try await move(
                from: [.opened], to: .certified,
                documents: [.outcomes: results.outcomes.json.encoded(indented: true)], noting: entry)
        }
    }

    /// The audit that any outsider can make, made here before anything is published.
    /// - Throws: `Problem.auditFailed`.
    @discardableResult
    func audit(_ source: KeptRecord, through stage: AuditStage) async throws -> AuditReport {
        let report = try await tools.lanes.counting.run { Audit.run(source, through: stage) }
        try require(report.faults, of: report.faultCount)
        return report
    }

    /// - Throws: `Problem.auditFailed` where there are any.
    func require(_ faults: [AuditFault], of count: Int? = nil) throws(Problem) {
        guard let first = faults.first else { return }
        for fault in faults { tools.logger.error("audit", metadata: ["round": "\(name)", "fault": "\(fault)"]) }
        throw Problem(.auditFailed, "\(count ?? faults.count) faults, the first: \(first)")
    }
}
