import OfficialDocuments
import Recognition
import StrictEncoding

extension FormFixtures {
    static func decision(units: Int = 1, verification: String? = link) throws -> RecognitionDecisionForm {
        try RecognitionDecisionForm(
            statements: statements(cells(units)), citation: citation, ballotDate: date("2026-12-18"),
            verification: verification)
    }

    static func districtDecision(units: Int = 1) throws -> RecognitionDecisionForm {
        let organizations = try (1...units).map {
            try Unit(
                id: "db-\($0)", name: "Đảng bộ xã Mường Than số \($0)",
                kind: $0.isMultiple(of: 3) ? .grassrootsCell : .grassrootsOrganization)
        }
        return try RecognitionDecisionForm(
            statements: statements(organizations, authority: districtAuthority(), date: "2026-02-05"),
            citation: citation, ballotDate: date("2026-01-31"), verification: link)
    }

    static func annulment(ballot: Bool = true) throws -> AnnulmentDecisionForm {
        guard let decision = try statements(cells(1)).first else { throw MalformedInput(.wrongValue, at: "fixture") }
        let statement = try AnnulmentStatement.draft(
            annulling: decision, digest: digest, authority: decision.authority,
            number: DecisionNumber(3, body: "ĐU"), date: date("2027-03-15"),
            reason: "Qua kiểm tra, phát hiện chi bộ có đảng viên vi phạm quy định về những điều đảng viên không được "
                + "làm trong năm 2026, không bảo đảm tiêu chí “Cán bộ, đảng viên tốt”.",
            ballot: nil, signer: decision.signer)
        return try AnnulmentDecisionForm(
            statement: statement, annulled: decision, citation: citation,
            ballotDate: ballot ? date("2027-03-10") : nil, verification: link)
    }

    static func ballot(
        units: Int = 5, specimen: Bool = false, kind: RoundKind = .recognition
    ) throws -> PaperBallotForm {
        try PaperBallotForm(
            authority: authority(), kind: kind, year: 2026, units: cells(units),
            criteria: kind == .annulment ? [.annulment] : Criterion.four, isSpecimen: specimen)
    }

    static func minutes(
        units: Int = 3, failing: Set<Int> = [1], finders: FinderCounts = FinderCounts(found: 0, collected: [])
    ) throws -> CountMinutesForm {
        CountMinutesForm(
            authority: try authority(), roundTitle: roundTitle, meeting: try meeting(), rules: try rules(),
            counts: try counts(), excused: 1, outcomes: try outcomes(cells(units), failing: failing),
            finders: finders, roundCode: "5JRE-7BVB-YW1E-EP0C-V5KA", boxRoot: digest,
            board: [
                BoardSeat(name: "Hoàng Thị Bích Ngọc", position: "Trưởng ban"),
                BoardSeat(name: "Vàng A Páo", position: "Ủy viên"), BoardSeat(name: "Lý Thị Nga"),
            ])
    }

    static func notice(units: Int = 6, failing: Set<Int> = [1, 4]) throws -> ResultsNoticeForm {
        ResultsNoticeForm(
            authority: try authority(), number: "15-TB/ĐU", date: try date("2026-12-22"), year: 2026,
            ballotDate: try date("2026-12-18"), outcomes: try outcomes(cells(units), failing: failing),
            signer: try signer())
    }

    static func paper() throws -> UnitPaper {
        let unit = try Unit(id: "cb-1", name: "Chi bộ bản Nậm Xẻ", kind: .subordinateCell)
        return UnitPaper(
            unit: unit, superior: "Đảng ủy xã Bum Tở", place: "Bum Tở", year: 2026, citation: citation)
    }

    static func slips(_ count: Int = 10) throws -> AccessSlipsForm {
        try AccessSlipsForm(
            authority: authority(), roundTitle: roundTitle, address: "phieu.example",
            slips: (1...count).map {
                AccessSlip(
                    name: "Khoàng Xuân Lù \($0)", code: "4N0KC-7Q9XA-RT2MV-B8E5H-J3WYD-6",
                    link: "https://phieu.example/r/q83vEjRWeJASNFZ4kKvN7xI0VniQq83vEjRWeJASNFY"
                        + "#4N0KC7Q9XART2MVB8E5HJ3WYD6")
            })
    }

    static func attendance(_ count: Int = 15) throws -> AttendanceSheetForm {
        try AttendanceSheetForm(
            authority: authority(), roundTitle: roundTitle, meeting: meeting(),
            rows: (1...count).map {
                AttendanceRow(
                    name: "Giàng Thị Mỷ \($0)",
                    position: $0 == 2 ? nil : "Phó Chủ tịch Ủy ban Mặt trận, Chủ tịch Hội Liên hiệp Phụ nữ")
            })
    }
}
