import Logging
import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// Opening the box, counting, publishing.
extension RoundDesk {
    /// What the staff see of the count.
    struct Results: Sendable {
        let tally: TallyDocument
        let outcomes: RoundOutcomes
        let warnings: [StepWarning]

        /// Of board members whose own devices counted the same.
        let signatures: [MinutesSignature]

        var json: JSONValue {
            [
                "tally": .array(tally.tallies.map(\.json)), "outcomes": outcomes.json,
                "warnings": .array(warnings.map(\.json)), "minutesSignatures": .array(signatures.map(\.json)),
            ]
        }
    }

    /// Takes a board member's share; with enough of them the box is audited, opened and counted.
    /// - Throws: `OpeningFault`, `Problem.auditFailed`, `.wrongState`.
    func open(with share: BoardShare) async throws {
        try await steps.withLock { [self] in
            let state = try await state()
            guard state == .sealed else {
                guard state == .opened || state == .certified else { throw Problem.wrongState(state.rawValue) }
                return
            }
            let manifest = try await manifest()
            let seal = try SealDocument(try await require(.seal), of: manifest).seal
            let opening = try Opening([share], for: seal, of: manifest)
            let report = try await audit(through: .opened, with: [.opening: opening.bytes])
            try await move(
                from: [.sealed], to: .opened,
                documents: [.opening: opening.bytes, .tally: TallyDocument(report.tallies).bytes(of: manifest)])
        }
    }

    /// Counts again from the box, and compares.
    /// - Throws: `Problem.wrongState` before the box is open; `.auditFailed` if the count is another: then nothing may
    ///   be published.
    func recount() async throws -> Results {
        let state = try await state()
        guard state == .opened || state == .certified else { throw Problem.wrongState(state.rawValue) }
        let report = try await audit(through: .opened, with: [:])
        let manifest = try await manifest()
        guard TallyDocument(report.tallies).bytes(of: manifest) == (try await require(.tally)) else {
            throw Problem(.auditFailed, "the count from the box is not the tally that was kept")
        }
        return try await results()
    }

    func results() async throws -> Results {
        let manifest = try await manifest()
        let tally = try TallyDocument(try await require(.tally), of: manifest)
        let attendance = try Attendance(try await require(.attendance), of: manifest)
        let turnout = try Turnout(stored: try await require(.turnout))
        return Results(
            tally: tally,
            outcomes: try manifest.outcomes(tally.tallies, attendance: attendance, issued: turnout.issued),
            warnings: SecrecyWarning.beforePublishing(tally.tallies).map(StepWarning.secrecy),
            signatures: try await minutesDocument().signatures)
    }

    /// Takes a board member's signature under the count.
    /// - Throws: `Problem.minutesSignature`, `.wrongState`.
    func addMinutesSignature(_ signature: MinutesSignature) async throws {
        try await steps.withLock { [self] in
            let state = try await state()
            guard state == .opened || state == .certified else { throw Problem.wrongState(state.rawValue) }
            let manifest = try await manifest()
            let seal = try SealDocument(try await require(.seal), of: manifest).seal
            let tallies = try TallyDocument(try await require(.tally), of: manifest).tallies
            guard signature.isValid(counting: tallies, of: seal, by: manifest.board) else {
                throw Problem(.minutesSignature)
            }
            try await tools.register.addBoardSignature(
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
    func certify(acknowledging names: Set<String>) async throws {
        try await steps.withLock { [self] in
            guard try await state() != .certified else { return }
            guard try await state() == .opened else { throw Problem.wrongState(try await entry().state) }
            let results = try await recount()
            try StepWarning.require(results.warnings, acknowledged: names)
            try await move(
                from: [.opened], to: .certified,
                documents: [.outcomes: results.outcomes.json.encoded(indented: true)])
        }
    }

    /// The audit that any outsider can make, made here before anything is published.
    private func audit(
        through stage: AuditStage, with more: [RecordFile: [UInt8]]
    ) async throws -> AuditReport {
        let source = try await recordSource().adding(more)
        let report = try await tools.pool.run { Audit.run(source, through: stage) }
        guard report.holds else {
            for fault in report.faults {
                tools.logger.error("audit", metadata: ["round": "\(name)", "fault": "\(fault)"])
            }
            throw Problem(.auditFailed, "\(report.faultCount) faults, the first: \(report.faults[0])")
        }
        return report
    }
}
