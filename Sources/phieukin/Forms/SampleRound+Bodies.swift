import OfficialDocuments
import Recognition
import StrictEncoding

/// The two kinds of body that decisions are printed for.
extension SampleRound {
    /// A grassroots committee, which recognises the cells under it: Mẫu 02-QĐ.
    static func commune() throws -> SampleRound {
        SampleRound(
            authority: try Authority(
                name: "Đảng ủy xã Bum Tở", parent: "Đảng bộ tỉnh Lai Châu", kind: .grassrootsCommittee, place: "Bum Tở"),
            year: 2026,
            title: "Xét, công nhận “chi bộ bốn tốt” năm 2026",
            units: try units(
                of: .subordinateCell,
                [
                    "Chi bộ thôn Nà Hừ", "Chi bộ bản Bum Tở", "Chi bộ bản Phìn Khò", "Chi bộ bản Huổi Han",
                    "Chi bộ bản Đầu Nậm Xả", "Chi bộ bản Pa Thắng", "Chi bộ bản Nậm Xẻ", "Chi bộ bản Phu Nậm Cấu",
                    "Chi bộ Trường Mầm non", "Chi bộ Trường Trung học cơ sở", "Chi bộ cơ quan Đảng, đoàn thể",
                    "Chi bộ Trung tâm Phục vụ hành chính công",
                ]),
            meeting: Meeting(
                date: try CalendarDate(parsing: "2026-12-18"), place: "Hội trường Ủy ban nhân dân xã Bum Tở"),
            decisionDate: try CalendarDate(parsing: "2026-12-20"),
            number: try DecisionNumber(41, body: "ĐU"),
            signer: try Signer(name: "Lò Văn Phúc", position: "Bí thư"),
            profile: try guidance())
    }

    /// A standing committee, which recognises grassroots organizations: Mẫu 01-QĐ.
    static func district() throws -> SampleRound {
        SampleRound(
            authority: try Authority(
                name: "Huyện ủy Than Uyên", parent: "Tỉnh ủy Lai Châu", kind: .districtStandingCommittee,
                place: "Than Uyên"),
            year: 2024,
            title: "Xét, công nhận “đảng bộ cơ sở bốn tốt” năm 2024",
            units: try units(of: .grassrootsOrganization, ["Đảng bộ xã Mường Than"]),
            meeting: Meeting(date: try CalendarDate(parsing: "2025-01-10"), place: "Trụ sở Huyện ủy Than Uyên"),
            decisionDate: try CalendarDate(parsing: "2025-01-15"),
            number: try DecisionNumber(7, body: "HU"),
            signer: try Signer(name: "Nguyễn Văn Thắng", position: "Bí thư"),
            profile: try guidance())
    }

    private static func units(of kind: UnitKind, _ names: [String]) throws -> [Unit] {
        try names.enumerated().map { try Unit(id: "unit-\($0 + 1)", name: $1, kind: kind) }
    }
}
