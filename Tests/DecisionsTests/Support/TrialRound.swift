import Decisions
import Recognition
import StrictEncoding
import Testing

@testable import SecretBallot

/// A round that was held and audited, on the manifest of the vectors with a guidance profile that is at hand.
struct TrialRound {
    let manifest: Manifest
    let seal: Seal
    let outcomes: RoundOutcomes
    let profile: GuidanceProfile

    /// - Parameter votes: slips for the first choice in each contest, of 3; the rest are for the second.
    init(_ kind: RoundKind = .recognition, votes: [Int] = [3, 2, 3, 3, 3, 3, 2, 3]) throws {
        let vectors = try RoundVectors.shared.get()
        profile = try #require(try GuidanceProfile.bundled("lai-chau-05-hd-tu"))
        manifest = try vectors.manifest(kind, guidance: profile)
        seal = Seal(
            Seal.Parts(
                boxRoot: Hash.digest([1]), attendanceHash: Hash.digest([2]), rollHash: Hash.digest([3])), of: manifest)
        let tallies = try votes.prefix(manifest.contests.count).enumerated().map {
            try ContestTally(contest: $0, counts: SlipCounts(first: $1, second: 3 - $1, blank: 0, invalid: 0))
        }
        let attendance = try Attendance(present: ["uv-01", "uv-02", "uv-03"], excused: ["uv-04"], of: manifest)
        outcomes = try manifest.outcomes(tallies, attendance: attendance, issued: 3)
    }

    /// What an audit of the round would report.
    var report: AuditReport {
        var report = AuditReport()
        report.manifest = manifest
        report.seal = seal
        report.outcomes = outcomes
        return report
    }

    var reference: RoundReference {
        get throws { try RoundReference(roundID: manifest.roundID.bytes, boxRoot: seal.boxRoot) }
    }

    func statement(_ unit: String = "cb-02", number: Int = 12) throws -> DecisionStatement {
        try DecisionStatement.draft(
            for: unit, in: outcomes,
            context: DecisionContext(
                authority: manifest.authority, year: manifest.year, profile: profile, guidance: manifest.guidance,
                round: reference, signer: Signer(name: Signers.name, position: "Bí thư")),
            number: DecisionNumber(number, body: "ĐU"), date: CalendarDate(parsing: "2026-12-18"))
    }

    func annulment(
        of decision: ExactDecision, number: Int = 31, ballot: AnnulmentStatement.Ballot? = nil
    ) throws -> AnnulmentStatement {
        try AnnulmentStatement.draft(
            annulling: decision.statement, digest: decision.digest, authority: manifest.authority,
            number: DecisionNumber(number, body: "ĐU"), date: CalendarDate(parsing: "2026-12-30"),
            reason: "Phát hiện số liệu “xếp loại” không đúng sự thật", ballot: ballot,
            signer: Signer(name: Signers.name, position: "Bí thư"))
    }
}
