public import OpenSSLKit
import Recognition
public import SecretBallot
import StrictEncoding

/// The audit of a record's decisions: each is whole, signed, and follows from the round.
public struct DecisionAudit {
    let manifest: Manifest
    let seal: Seal?
    let outcomes: RoundOutcomes?
    let verifier: DecisionVerifier
    let profile: GuidanceProfile?
    var summary = DecisionAuditSummary()
    var faults: [AuditFault] = []
    var recognitions: [String: ExactDecision] = [:]
    var annulled: Set<[UInt8]> = []
    var numbers: Set<NumberInYear> = []

    /// Audits decisions on the ground of a round that was audited before.
    /// - Parameters:
    ///   - report: of that audit; what is found here is added to it.
    ///   - guidance: the profile's bytes, where they are at hand.
    ///   - verifier: whose anchors and revocation lists count; without an anchor signers are not judged.
    public static func run(
        _ decisions: RecordedDecisions, report: inout AuditReport, guidance: [UInt8]? = nil,
        trusting verifier: DecisionVerifier = DecisionVerifier(anchors: TrustAnchors([]))
    ) -> DecisionAuditSummary {
        var audited = DecisionAuditSummary()
        var faults = decisions.strays
        if let manifest = report.manifest {
            var audit = DecisionAudit(manifest, report, guidance: guidance, verifier)
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

    private init(_ manifest: Manifest, _ report: AuditReport, guidance: [UInt8]?, _ verifier: DecisionVerifier) {
        self.manifest = manifest
        self.verifier = verifier
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
        for path in decisions.paths(.recognition) {
            guard case .recognition(let recognised)? = check(path, in: decisions) else { continue }
            for decision in recognised { check(decision, at: path) }
        }
        for path in decisions.paths(.annulment) {
            guard case .annulment(let annulment)? = check(path, in: decisions) else { continue }
            summary.annulments += 1
            if !annulled.insert(annulment.statement.annuls.digest).inserted { add(path, "annuls what is annulled") }
            check(annulment.statement, at: path)
        }
    }

    private mutating func check(_ decision: ExactDecision, at path: DecisionPath) {
        let unit = decision.statement.unit.id
        summary.recognitions += 1
        if recognitions.updateValue(decision, forKey: unit) != nil { add(path, "recognises the unit \(unit) again") }
        check(decision.statement, at: path)
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

/// A decision's number within its year, where it is given once (36-HD/VPTW of 2018).
struct NumberInYear: Hashable {
    let number: DecisionNumber
    let year: Int
}
