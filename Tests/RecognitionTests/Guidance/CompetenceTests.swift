import Recognition
import Testing

@Suite struct CompetenceTests {
    @Test func laiChau() throws {
        let profile = try profile("lai-chau-05-hd-tu")
        for unit in [UnitKind.subordinateCell, .sectionalCell] {
            #expect(profile.competence(of: .grassrootsCommittee, over: unit) == .competent(.grassrootsCommittee))
            #expect(profile.refuses(.districtStandingCommittee, over: unit))
        }
        for unit in [UnitKind.grassrootsCell, .grassrootsOrganization] {
            #expect(
                profile.competence(of: .districtStandingCommittee, over: unit) == .competent(.standingCommittee))
            #expect(profile.refuses(.grassrootsCommittee, over: unit))
        }
    }

    @Test func goVapDecidesAtTheSameLevels() throws {
        let profile = try profile("go-vap-554-cv-qu")
        #expect(
            profile.competence(of: .districtStandingCommittee, over: .grassrootsOrganization)
                == .competent(.standingCommittee))
        #expect(
            profile.competence(of: .grassrootsCommittee, over: .subordinateCell) == .competent(.grassrootsCommittee))
        #expect(profile.refuses(.grassrootsCommittee, over: .grassrootsCell))
    }

    @Test func ninhThuanLeavesAllToTheBloc() throws {
        let profile = try profile("ninh-thuan-161-kh-duk")
        for unit in UnitKind.allCases {
            #expect(profile.competence(of: .blocStandingCommittee, over: unit) == .competent(.standingCommittee))
            #expect(profile.refuses(.grassrootsCommittee, over: unit))
        }
    }

    @Test func bacKanKnowsCellsOnly() throws {
        let profile = try profile("bac-kan-ccq-2023")
        let authority = AuthorityKind.provincialAgenciesStandingCommittee
        #expect(profile.competence(of: authority, over: .grassrootsCell) == .competent(.standingCommittee))
        #expect(profile.refuses(authority, over: .grassrootsOrganization))
    }

    @Test func theReasonSaysWhoMay() throws {
        let profile = try profile("lai-chau-05-hd-tu")
        guard case .incompetent(let reason) = profile.competence(of: .grassrootsCommittee, over: .grassrootsCell) else {
            Issue.record("competent")
            return
        }
        #expect(reason.vietnamese.contains("ban thường vụ huyện ủy"))
        #expect(reason.english.contains("standing committee of a district-level Party committee"))
    }
}

extension GuidanceProfile {
    fileprivate func refuses(_ authority: AuthorityKind, over unit: UnitKind) -> Bool {
        if case .incompetent = competence(of: authority, over: unit) { true } else { false }
    }
}
