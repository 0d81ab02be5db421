import StrictEncoding

/// Checks `relays.jsonl` line by line: each relay of the manifest once, in order, each signature over this closing.
struct RelayAudit {
    private let manifest: Manifest
    private let closing: Closing
    private var last = -1

    /// Over all relays whose lines hold.
    private(set) var mixed = 0
    private(set) var count = 0

    init(_ manifest: Manifest, closing: Closing) { (self.manifest, self.closing) = (manifest, closing) }

    mutating func read(_ bytes: [UInt8], report: (AuditFault) -> Void) throws {
        var lines = LineReader("relays", limit: 8 << 10, lines: Casting.maximumRelays + AuditReport.keptFaults)
        var found: [([UInt8], Int)] = []
        try lines.read(bytes) { found.append(($0, $1)) }
        try lines.finish()
        count = found.count
        for (line, number) in found { check(line, at: "relays line \(number)", report: report) }
    }

    private mutating func check(_ line: [UInt8], at place: String, report: (AuditFault) -> Void) {
        do {
            let statement = try RelayStatement(line, as: place)
            guard let fault = fault(of: statement) else { return mixed += statement.voters }
            report(AuditFault(.relays, at: place, fault))
        } catch {
            report(AuditFault(.relays, at: place, "\(error)"))
        }
    }

    private mutating func fault(of statement: RelayStatement) -> String? {
        guard manifest.casting?.relays.indices.contains(statement.relay) == true else {
            return "the round has no relay \(statement.relay)"
        }
        guard statement.relay > last else { return "relay \(statement.relay) stands twice or out of order" }
        last = statement.relay
        return statement.isValid(for: closing, of: manifest)
            ? nil : "the signature of relay \(statement.relay) does not hold"
    }
}

extension Audit {
    /// What the relays say they sent. That it is more than voters have tokens is no fault: one relay alone could say it.
    mutating func relays(_ manifest: Manifest, _ closing: Closing?) {
        guard manifest.version != .one, let closing else { return }
        var audit = RelayAudit(manifest, closing: closing)
        var faults: [AuditFault] = []
        let _: Bool? = check(.relays, streaming: .relays) { source in
            guard let bytes = try source.document(.relays, limit: Self.documentLimit) else { return nil }
            try audit.read(bytes) { faults.append($0) }
            return true
        }
        faults.forEach { report.add($0) }
        report.count(.relays, audit.count)
        report.mixedCount = audit.mixed
    }
}
