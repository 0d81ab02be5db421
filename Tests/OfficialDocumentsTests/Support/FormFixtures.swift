import OfficialDocuments
import Recognition
import StrictEncoding

/// What forms are filled with in tests: a commune's committee of 14 and its cells.
enum FormFixtures {
    static let digest = [UInt8](0..<32)
    static let citation =
        "Hướng dẫn số 05-HD/TU ngày 03/5/2024 của Tỉnh ủy Lai Châu về khung tiêu chí mô hình “chi bộ bốn tốt”, "
        + "“đảng bộ cơ sở bốn tốt”"
    static let roundTitle = "Xét, công nhận “chi bộ bốn tốt” năm 2026"
    static let link = "https://phieu.example/verify#" + String(repeating: "Qk1x", count: 40)

    static func date(_ text: String) throws -> CalendarDate { try CalendarDate(parsing: text) }

    static func authority(
        _ kind: AuthorityKind = .grassrootsCommittee, name: String = "Đảng ủy xã Bum Tở"
    ) throws -> Authority {
        try Authority(name: name, parent: "Đảng bộ tỉnh Lai Châu", kind: kind, place: "Bum Tở")
    }

    static func districtAuthority() throws -> Authority {
        try Authority(
            name: "Huyện ủy Than Uyên", parent: "Tỉnh ủy Lai Châu", kind: .districtStandingCommittee, place: "Than Uyên"
        )
    }

    static func signer(_ name: String = "Lò Văn Phúc", position: String = "Bí thư") throws -> Signer {
        try Signer(name: name, position: position)
    }

    static func meeting() throws -> Meeting {
        Meeting(date: try date("2026-12-18"), place: "Hội trường Ủy ban nhân dân xã Bum Tở")
    }

    static func cells(_ names: [String], kind: UnitKind = .subordinateCell) throws -> [Unit] {
        try names.enumerated().map { try Unit(id: "cb-\($0 + 1)", name: $1, kind: kind) }
    }

    static func cells(_ count: Int, kind: UnitKind = .subordinateCell) throws -> [Unit] {
        try cells((1...count).map { "Chi bộ bản Nậm Xẻ số \($0)" }, kind: kind)
    }

    static func rules() throws -> BallotRules {
        func rule(_ comparison: Threshold.Comparison, _ n: Int, _ d: Int) throws -> CountingRule {
            CountingRule(Threshold(comparison, try Fraction(n, d)), of: .summoned)
        }
        return try BallotRules(
            attendance: rule(.atLeast, 2, 3), turnout: rule(.moreThan, 1, 2), approval: rule(.moreThan, 1, 2))
    }

    static func counts() throws -> RoundCounts { try RoundCounts(summoned: 14, present: 13, issued: 13) }

    /// Every unit passes, but those in `failing`, which have 7 votes of 14 on their last criterion.
    static func outcomes(
        _ units: [Unit], failing: Set<Int> = [], kind: RoundKind = .recognition
    ) throws -> RoundOutcomes {
        let criteria = kind == .annulment ? [Criterion.annulment] : Criterion.four
        var tallies: [ContestTally] = []
        for unit in units.indices {
            for criterion in criteria.indices {
                let fails = failing.contains(unit) && criterion == criteria.count - 1
                let slips =
                    try fails
                    ? SlipCounts(first: 7, second: 4, blank: 1, invalid: 1)
                    : SlipCounts(first: 12 - criterion % 3, second: 1 + criterion % 3, blank: 0, invalid: 0)
                tallies.append(try ContestTally(contest: tallies.count, counts: slips))
            }
        }
        return try RoundOutcomes(
            of: kind, rules: rules(), units: units, criteria: criteria, tallies: tallies, counts: counts())
    }

    static func statements(
        _ units: [Unit], authority: Authority? = nil, date: String = "2026-12-20", signer: Signer? = nil
    ) throws -> [DecisionStatement] {
        let authority = try authority ?? self.authority()
        guard let profile = try GuidanceProfile.bundled("lai-chau-05-hd-tu") else { return [] }
        let context = DecisionContext(
            authority: authority, year: 2026, profile: profile,
            guidance: try GuidanceReference(id: profile.id, sha256: digest),
            round: try RoundReference(roundID: digest, boxRoot: digest.reversed()),
            signer: try signer ?? self.signer())
        let outcomes = try outcomes(units)
        let number = try DecisionNumber(12, body: authority.kind == .grassrootsCommittee ? "ĐU" : "HU")
        return try units.map {
            try .draft(
                for: $0.id, in: outcomes, context: context, number: number, date: CalendarDate(parsing: date))
        }
    }
}
