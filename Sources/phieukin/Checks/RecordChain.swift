import Decisions
import OpenSSLKit
import Recognition
import SecretBallot
import StrictEncoding

/// Whether a decision follows from the ballots of a record, which is audited for it from the slips on.
struct RecordChain {
    /// What keeps it from holding; empty if it holds.
    let faults: [String]

    /// Slips that were opened and counted.
    let slips: Int

    /// What the audit found: what finders and relays say too.
    let report: AuditReport

    var holds: Bool { faults.isEmpty }

    /// - Parameters:
    ///   - path: of the record's archive.
    ///   - verifier: without an anchor signers are not judged.
    init(of document: Result<DecisionDocument, DocumentFault>, in path: String, trusting verifier: DecisionVerifier)
        throws
    {
        let record: ArchivedRecord
        do {
            record = try ArchivedRecord(path: path)
        } catch let fault as RecordFileFault {
            throw Failure(fault, at: path)
        } catch {
            throw Failure("\(path): not a record: \(error)")
        }
        var report = Audit.run(record) { _ in }
        // The file at hand takes the place of the record's own copy: it is the one asked about.
        let (recorded, own) = (RecordedDecisions(in: record), try? document.get())
        let decisions = own.map { recorded.replacing(DecisionPath($0.text), with: $0.pdf) } ?? recorded
        let guidance = try? record.document(.guidance, limit: GuidanceProfile.maximumSize)
        _ = DecisionAudit.run(decisions, report: &report, guidance: guidance, trusting: verifier)
        slips = report.checked[.slip] ?? 0
        self.report = report
        faults = report.faults.map(\.description) + (own == nil ? ["the file is no decision"] : [])
    }

    var json: JSONValue {
        [
            "holds": .bool(holds), "slips": .integer(slips), "faults": .array(faults.map(JSONValue.string)),
            "finders": report.finders.json, "mix": report.mix.json,
        ]
    }

    func lines(inEnglish isEnglish: Bool) -> [String] {
        let text =
            holds
            ? BilingualText(
                "Theo phiếu bầu: CÓ. Đã kiểm lại \(slips) phiếu; quyết định đúng với kết quả kiểm phiếu.",
                "Follows from the ballots: YES. \(slips) slips were counted again, and bear the decision out.")
            : BilingualText(
                "Theo phiếu bầu: KHÔNG. Hồ sơ không chứng minh được quyết định này:",
                "Follows from the ballots: NO. The record does not bear this decision out:")
        let said = [report.finders.contradiction, report.mix.warning, report.mix.overstatement].compactMap(\.self)
        let texts = [text] + said
        return texts.map { isEnglish ? $0.english : $0.vietnamese } + faults.prefix(10).map { "  FAULT \($0)" }
    }
}
