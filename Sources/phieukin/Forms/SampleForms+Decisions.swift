import OfficialDocuments
import Recognition
import StrictEncoding

/// The decisions, without signatures.
extension SampleForms {
    var decisions: [SampleForm] {
        get throws {
            [
                SampleForm(.decision01, try decision(of: district, units: 1)),
                SampleForm(.decision02, try decision(of: commune, units: 1)),
                SampleForm(.decision02, try decision(of: commune, units: commune.units.count), variant: "annex"),
                SampleForm(.annulmentDecision, try annulment),
            ]
        }
    }

    /// As long as a summary that the service signs, so that the QR code is as dense.
    private static let verification: String = {
        let note = String(repeating: "Mẫu in thử, không có giá trị.\n", count: 9)
        return "\(SampleRound.address)/verify#\(Base64URL.encode(Array(note.utf8)))"
    }()

    /// - Parameter units: at most so many of those that passed.
    private func decision(of round: SampleRound, units: Int) throws -> RecognitionDecisionForm {
        try RecognitionDecisionForm(
            statements: Array(round.statements.prefix(units)), citation: round.citation,
            ballotDate: round.meeting.date, verification: Self.verification)
    }

    private var annulment: AnnulmentDecisionForm {
        get throws {
            let annulled = try commune.statements[1]
            let statement = try AnnulmentStatement.draft(
                annulling: annulled, digest: SampleRound.digest, authority: commune.authority,
                number: DecisionNumber(3, body: commune.number.body), date: CalendarDate(parsing: "2027-03-15"),
                reason: "Qua kiểm tra, phát hiện chi bộ có đảng viên vi phạm quy định về những điều đảng viên không "
                    + "được làm trong năm 2026, không bảo đảm tiêu chí “Cán bộ, đảng viên tốt”.",
                ballot: nil, signer: commune.signer)
            return try AnnulmentDecisionForm(
                statement: statement, annulled: annulled, citation: commune.citation,
                ballotDate: CalendarDate(parsing: "2027-03-10"), verification: Self.verification)
        }
    }
}
