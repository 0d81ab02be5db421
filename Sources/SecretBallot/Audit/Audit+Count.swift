import Recognition
import StrictEncoding

/// The count and what follows from it.
extension Audit {
    mutating func tally(_ manifest: Manifest) {
        let tallies = report.tallies
        check(.tally, .tally) { bytes in
            let claimed = try TallyDocument(bytes, of: manifest).tallies
            for (claim, tally) in zip(claimed, tallies) where claim != tally {
                throw AuditFault(.tally, at: "contest \(tally.contest)", "the slips in the box say otherwise")
            }
            guard claimed.count == tallies.count else {
                throw AuditFault(.tally, at: "tally.json", "the boxes could not be counted")
            }
        }
    }

    mutating func outcomes(_ manifest: Manifest, _ attendance: Attendance?) {
        guard let attendance, report.tallies.count == manifest.contests.count else { return }
        let (tallies, issued) = (report.tallies, report.issuedCount)
        report.outcomes = check(.outcomes, .outcomes) { bytes in
            let outcomes = try manifest.outcomes(tallies, attendance: attendance, issued: issued)
            let claimed = try JSONReader(parsing: bytes, as: "outcomes", limit: Self.documentLimit).value
            guard claimed.isEquivalent(to: outcomes.json) else {
                throw AuditFault(.outcomes, at: "outcomes.json", "the rules over the tally say otherwise")
            }
            return outcomes
        }
    }

    /// Boards may sign on paper alone; a record may leave the file out.
    mutating func minutes(_ manifest: Manifest, _ seal: Seal?) {
        guard let seal else { return }
        let tallies = report.tallies
        check(.minutes, optional: .minutes) { bytes in
            for signature in try MinutesDocument(bytes).signatures
            where !signature.isValid(counting: tallies, of: seal, by: manifest.board) {
                throw AuditFault(.minutes, at: "member \(signature.member)", "the signature is not over this count")
            }
        }
    }
}
