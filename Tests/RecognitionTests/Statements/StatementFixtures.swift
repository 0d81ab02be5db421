import Recognition

enum StatementFixtures {
    static let digest = [UInt8](0..<32)

    static func authority(_ kind: AuthorityKind = .grassrootsCommittee) throws -> Authority {
        try Authority(name: "Đảng ủy xã Bum Tở", parent: "Đảng bộ tỉnh Lai Châu", kind: kind, place: "Bum Tở")
    }

    static func context(
        _ kind: AuthorityKind = .grassrootsCommittee, year: Int = 2026, guidance: String = "lai-chau-05-hd-tu"
    ) throws -> DecisionContext {
        DecisionContext(
            authority: try authority(kind),
            year: year,
            profile: try profile("lai-chau-05-hd-tu"),
            guidance: try GuidanceReference(id: guidance, sha256: digest),
            round: try RoundReference(roundID: digest, boxRoot: digest.reversed()),
            signer: try Signer(name: "Lò Văn Phúc", position: "Bí thư")
        )
    }

    static func decision() throws -> DecisionStatement {
        try .draft(
            for: "cb-1", in: outcomes(votes: [8, 9, 10, 13]), context: context(),
            number: DecisionNumber(12, body: "ĐU"), date: CalendarDate(parsing: "2026-12-20"))
    }

    static func annulment(ballot: AnnulmentStatement.Ballot? = nil) throws -> AnnulmentStatement {
        let decision = try decision()
        return try .draft(
            annulling: decision, digest: digest, authority: decision.authority,
            number: DecisionNumber(3, body: "ĐU"), date: CalendarDate(parsing: "2027-03-15"),
            reason: "Không bảo đảm tiêu chí “Cán bộ, đảng viên tốt”.", ballot: ballot, signer: decision.signer)
    }
}
