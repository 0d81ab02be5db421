public import OpenSSLKit
import Recognition
public import SecretBallot
import StrictEncoding

/// The audit of a record's decisions: each is whole, signed, and follows from the round.
public struct DecisionAudit {
    let manifest: Manifest
    let seal: Seal?
    let outcomes: RoundOutcomes?
    let anchors: TrustAnchors
    let profile: GuidanceProfile?
    var summary = DecisionAuditSummary()
    var faults: [AuditFault] = []
    var recognitions: [String: SignedDecision] = [:]
    var numbers: Set<NumberInYear> = []

    /// Audits decisions on the ground of a round that was audited before.
    /// - Parameters:
    ///   - report: of that audit; what is found here is added to it.
    ///   - guidance: the profile's bytes, where they are at hand.
    ///   - anchors: empty where signers are not to be judged.
    public static func run(
        _ decisions: RecordedDecisions, report: inout AuditReport, guidance: [UInt8]? = nil,
        anchors: TrustAnchors = TrustAnchors([])
    ) -> DecisionAuditSummary {
        var audited = DecisionAuditSummary()
        var faults = decisions.strays
        if let manifest = report.manifest {
            var audit = DecisionAudit(manifest, report, guidance: guidance, anchors: anchors)
            audit.run(decisions)
            audited = audit.summary
            faults += audit.faults
        } else if !decisions.files.isEmpty {
            faults.append(AuditFault(.decisions, at: DecisionPath.folder, "there is no manifest to check them against"))
        }
        audited.faults = faults.count
        faults.forEach { report.add($0) }
        report.count(.decisions, audited.recognitions + audited.annulments)
        return audited
    }

    private init(_ manifest: Manifest, _ report: AuditReport, guidance: [UInt8]?, anchors: TrustAnchors) {
        self.manifest = manifest
        self.anchors = anchors
        seal = report.seal
        outcomes = report.outcomes
        let isNamed = guidance.map { Hash.digest($0) == manifest.guidance.sha256 } ?? false
        profile = isNamed ? guidance.flatMap { try? GuidanceProfile(parsing: $0) } : nil
        summary.checkedForms = profile != nil
        if guidance != nil, profile == nil {
            faults.append(AuditFault(.decisions, at: "guidance.json", "not the guidance profile of the manifest"))
        }
    }

    private mutating func run(_ decisions: RecordedDecisions) {
        for unit in decisions.units(.recognition) {
            let path = DecisionPath(.recognition, of: unit, .statement)
            summary.recognitions += 1
            guard let signed: SignedDecision = check(path, in: decisions) else { continue }
            recognitions[unit] = signed
            check(signed.statement, at: path)
        }
        for unit in decisions.units(.annulment) {
            let path = DecisionPath(.annulment, of: unit, .statement)
            summary.annulments += 1
            guard let signed: SignedAnnulment = check(path, in: decisions) else { continue }
            check(signed.statement, at: path)
        }
    }

    mutating func add(_ path: DecisionPath, _ detail: String) {
        faults.append(AuditFault(.decisions, at: "\(path)", detail))
    }

    /// One fault for each of two values that should be the same and are not, byte for byte: two spellings of a name are
    /// two names.
    mutating func compare(_ path: DecisionPath, with source: String, _ pairs: [(String, JSONValue, JSONValue)]) {
        for (name, one, other) in pairs where one.encoded() != other.encoded() {
            add(path, "\(name): not the one \(source)")
        }
    }
}
