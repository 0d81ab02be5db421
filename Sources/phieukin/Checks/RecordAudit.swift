import Decisions
import OpenSSLKit
import SecretBallot

/// All that can be checked of a record in its archive.
struct RecordAudit: Sendable {
    let path: String
    let expecting: RoundID?
    let verifier: DecisionVerifier

    /// Runs on this thread, and on all cores. An archive that breaks a rule is a fault like any other.
    /// - Throws: `Failure` for a file that is not the record that was downloaded.
    func run(isShown: Bool) throws -> AuditFindings {
        do {
            return run(try ArchivedRecord(path: path), isShown: isShown)
        } catch let fault as RecordFileFault {
            throw Failure(fault, at: path)
        } catch {
            var report = AuditReport()
            report.add(AuditFault(.archive, at: path, "\(error)"))
            return AuditFindings(report: report, decisions: nil)
        }
    }

    private func run(_ record: ArchivedRecord, isShown: Bool) -> AuditFindings {
        let bar = ProgressBar("auditing slips", total: nil, isShown: isShown)
        var report = Audit.run(record, expecting: expecting) { bar.advance(by: $0) }
        bar.finish()
        report.count(.archive, record.names.count)
        let decisions = RecordedDecisions(in: record)
        let guidance = try? record.document(.guidance, limit: RecordedDecisions.fileLimit)
        let summary = DecisionAudit.run(decisions, report: &report, guidance: guidance, trusting: verifier)
        return AuditFindings(report: report, decisions: summary)
    }
}
