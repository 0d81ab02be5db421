import Recognition

/// Checks, opens and counts all boxes as they stream by: on all cores, in memory that does not grow with them.
final class BoxInspection {
    /// Slips looked at together: enough to keep the cores busy, half a megabyte of memory.
    private static let batchCount = 1024

    private let manifest: Manifest
    private let issued: Int
    private let check: SlipCheck
    private let opener: SlipOpener?
    private let report: (AuditFault) -> Void
    private let progress: (Int) -> Void

    private var parser: BoxesParser
    private var batch: [BoxesParser.Element] = []
    private var box: OpenBox?
    private var roots = BoxRoot()
    private let ids: SlipIDIndex

    private(set) var tallies: [ContestTally] = []
    private(set) var slipCount = 0

    /// - Parameters:
    ///   - opener: nil while the board has not opened the boxes: then nothing is counted but what was collected.
    ///   - progress: told how many slips more were looked at.
    /// - Throws: an error of the file system.
    init(
        _ manifest: Manifest, issued: Int, opener: SlipOpener?, report: @escaping (AuditFault) -> Void,
        progress: @escaping (Int) -> Void
    ) throws {
        self.manifest = manifest
        self.issued = issued
        self.opener = opener
        self.report = report
        self.progress = progress
        check = try SlipCheck(manifest)
        parser = BoxesParser(contestCount: manifest.contests.count)
        ids = try SlipIDIndex()
    }

    /// - Throws: `MalformedInput` for trailing bytes; an error of the file system.
    func read(_ chunk: [UInt8]) throws {
        var elements: [BoxesParser.Element] = []
        try parser.read(chunk) { elements.append($0) }
        batch += elements
        if batch.count >= Self.batchCount { try inspectBatch() }
    }

    /// - Returns: the root over all boxes.
    /// - Throws: `MalformedInput` if the boxes are truncated; an error of the file system.
    func finish() throws -> [UInt8] {
        try inspectBatch()
        try closeBox()
        try parser.finish()
        for (box, _) in try ids.repeated() {
            report(AuditFault(.slip, at: "box \(box)", "a one-time key that another slip has too"))
        }
        return roots.root
    }

    private func inspectBatch() throws {
        let slips = batch.compactMap { if case .slip(let bytes) = $0 { bytes } else { nil } }
        let findings = slips.concurrentMap { [check, opener] in SlipFinding($0, check: check, opener: opener) }
        var next = findings.makeIterator()
        for element in batch {
            switch element {
            case .box: try beginBox()
            case .slip: if let finding = next.next() { try add(finding) }
            }
        }
        slipCount += slips.count
        progress(slips.count)
        batch = []
    }

    private func beginBox() throws {
        try closeBox()
        box = OpenBox(contest: tallies.count)
        ids.beginBox()
    }

    private func add(_ finding: SlipFinding) throws {
        guard let id = box?.add(finding, report: report) else { return }
        try ids.append(id)
    }

    private func closeBox() throws {
        guard let box else { return }
        if box.count > issued {
            report(AuditFault(.boxes, at: "box \(box.contest)", "\(box.count) slips, \(issued) issued"))
        }
        roots.append(count: box.count, contestRoot: box.root)
        tallies.append(try box.tally())
        self.box = nil
    }
}
