/// The audit of a round from its documents alone: no server, no secret.
///
/// Everything that can be checked is checked, whatever failed before it; only without a manifest can nothing be.
public struct Audit {
    static let documentLimit = 16 << 20

    let source: any RecordSource
    let expected: RoundID?
    let progress: (Int) -> Void
    var report = AuditReport()

    /// The finding keys of the voters on the roll, by their places in the manifest's list.
    var findingKeys: [Int: VerifyingKey] = [:]

    /// - Parameters:
    ///   - roundID: the round that the auditor means, where it is known from elsewhere (the screen, the minutes).
    ///   - progress: told, again and again, how many slips more were looked at.
    public init(
        _ source: any RecordSource, expecting roundID: RoundID? = nil, progress: @escaping (Int) -> Void = { _ in }
    ) {
        self.source = source
        self.expected = roundID
        self.progress = progress
    }

    /// Runs the audit on this thread, which it blocks, and on all cores.
    public static func run(
        _ source: any RecordSource, expecting roundID: RoundID? = nil, through stage: AuditStage = .certified,
        progress: @escaping (Int) -> Void = { _ in }
    ) -> AuditReport {
        var audit = Audit(source, expecting: roundID, progress: progress)
        audit.run(through: stage)
        return audit.report
    }

    private mutating func run(through stage: AuditStage) {
        guard let manifest = manifest() else { return }
        report.manifest = manifest
        freeze(manifest)
        let boardKeys = boardKeys(manifest)
        guidance(manifest)
        let attendance = attendance(manifest)
        let rollHash = roll(manifest, attendance)
        let (closing, steps) = ending(manifest, rollHash)
        let sealDocument = seal(manifest)
        let opener = stage >= .opened ? opening(manifest, sealDocument?.seal, boardKeys) : nil
        let boxRoot = boxes(manifest, opener)
        compareSeal(
            sealDocument,
            with: [
                ("the boxes", boxRoot, \.boxRoot), ("the attendance", attendance?.hash, \.attendanceHash),
                ("the roll", rollHash, \.rollHash), ("the steps", steps?.hash, \.times?.stepsHash),
                ("the closing", closing?.hash, \.times?.closingHash),
            ])
        if let closing, let sealedAt = sealDocument?.seal.parts.times?.sealedAt, sealedAt < closing.closedAt {
            report.add(AuditFault(.seal, at: "seal.json", "sealed before the voting ended"))
        }
        relays(manifest, closing)
        found(manifest, sealDocument?.seal)
        guard stage == .certified else { return }
        tally(manifest)
        outcomes(manifest, attendance)
        minutes(manifest, sealDocument?.seal)
    }

    /// Reads a document and checks it; whatever is thrown becomes a fault.
    @discardableResult
    mutating func check<Value>(
        _ check: AuditCheck, _ file: RecordFile, limit: Int = documentLimit, _ body: ([UInt8]) throws -> Value
    ) -> Value? {
        self.check(check, file, Result { try source.document(file, limit: limit) }, body)
    }

    /// The same for a document that a record may leave out; one that is there and cannot be read is a fault.
    mutating func check(_ check: AuditCheck, optional file: RecordFile, _ body: ([UInt8]) throws -> Void) {
        let document = Result { try source.document(file, limit: Self.documentLimit) }
        if case .success(nil) = document { return }
        self.check(check, file, document, body)
    }

    @discardableResult
    private mutating func check<Value>(
        _ check: AuditCheck, _ file: RecordFile, _ document: Result<[UInt8]?, any Error>,
        _ body: ([UInt8]) throws -> Value
    ) -> Value? {
        report.count(check)
        do {
            guard let bytes = try document.get() else { throw AuditFault(check, at: file.rawValue, "missing") }
            return try body(bytes)
        } catch {
            report.add(error as? AuditFault ?? AuditFault(check, at: file.rawValue, "\(error)"))
            return nil
        }
    }

    mutating func check<Value>(
        _ check: AuditCheck, streaming file: RecordFile, _ body: (any RecordSource) throws -> Value?
    ) -> Value? {
        do {
            guard let value = try body(source) else { throw AuditFault(check, at: file.rawValue, "missing") }
            return value
        } catch {
            report.add(error as? AuditFault ?? AuditFault(check, at: file.rawValue, "\(error)"))
            return nil
        }
    }
}

/// How far a round has come, and so how far it can be audited.
public enum AuditStage: Int, Sendable, Comparable {
    /// The boxes are sealed: what a board member's device checks before it releases its share.
    case sealed

    /// The boxes are open: what the count rests on.
    case opened

    /// Tally and outcomes are published: the whole record.
    case certified

    public static func < (one: AuditStage, other: AuditStage) -> Bool { one.rawValue < other.rawValue }
}
