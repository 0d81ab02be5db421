import Recognition
import StrictEncoding
import Testing

/// Each profile's figures, against the documents they come from.
@Suite struct BundledProfilesTests {
    private func check(_ id: String, in profile: String) throws -> PreconditionCheck {
        try #require(try GuidanceProfile.bundled(profile)?.preconditions.first { $0.id == id }?.check)
    }

    @Test func fourOfThem() throws {
        let profiles = try GuidanceProfile.bundled()
        #expect(
            profiles.map(\.id) == [
                "lai-chau-05-hd-tu", "go-vap-554-cv-qu", "ninh-thuan-161-kh-duk", "bac-kan-ccq-2023",
            ])
        #expect(
            profiles.map(\.document.number) == ["05-HD/TU", "554-CV/QU", "161-KH/ĐUK", nil])
        #expect(
            profiles.map { $0.document.date?.description } == ["2024-05-03", "2023-07-26", "2023-06-16", nil])
        #expect(try GuidanceProfile.bundled("nowhere") == nil)
    }

    @Test func allHaveTheFourCriteriaAndTheUsualRules() throws {
        for profile in try GuidanceProfile.bundled() {
            #expect(profile.criteria.map(\.value.id) == Criterion.four.map(\.id))
            #expect(try profile.rules == usualRules())
            #expect(
                [profile.ruleSources.attendance, profile.ruleSources.turnout].allSatisfy { $0.contains("mặc định") })
            #expect(profile.ruleSources.approval.contains("190-QĐ/TW"))
            #expect(try GuidanceProfile(parsing: profile.bytes) == profile)
        }
    }

    @Test func laiChau() throws {
        let id = "lai-chau-05-hd-tu"
        let profile = try profile(id)
        #expect(profile.criteria.map(\.value) == Criterion.four)
        #expect(try check("members-completed", in: id).isShare("members.completed", "members.total", .atLeast, 100))
        #expect(try check("members-good", in: id).isShare("members.good", "members.total", .atLeast, 70))
        #expect(try check("bodies-completed", in: id).isShare("bodies.completed", "bodies.total", .atLeast, 100))
        #expect(try check("bodies-good", in: id).isShare("bodies.good", "bodies.total", .atLeast, 70))
        #expect(try check("meetings-fair", in: id).isShare("meetings.fair", "meetings.total", .atLeast, 100))
        #expect(try check("thematic-quarterly", in: id) == .minimum(fact: "quarters.thematic", 4))
        #expect(try check("no-discipline", in: id) == .maximum(fact: "members.disciplined", 0))
        #expect(profile.facts(for: .subordinateCell).count == 8)
        #expect(profile.preconditions(for: .grassrootsOrganization).map(\.id).contains("bodies-good"))
        #expect(!profile.preconditions(for: .grassrootsOrganization).map(\.id).contains("members-good"))
    }

    @Test func goVap() throws {
        let id = "go-vap-554-cv-qu"
        #expect(try check("no-unfound-violation", in: id) == .maximum(fact: "violations.unfound", 0))
        #expect(try check("classification", in: id) == .flag(fact: "classification.met"))
        let profile = try profile(id)
        #expect(profile.preconditions.first { $0.id == "no-unfound-violation" }?.criterion == "unity-discipline")
    }

    @Test func ninhThuan() throws {
        let id = "ninh-thuan-161-kh-duk"
        #expect(try check("members-completed", in: id).isShare("members.completed", "members.total", .atLeast, 100))
        #expect(try check("members-good", in: id).isShare("members.good", "members.total", .atLeast, 80))
        #expect(try check("bodies-good", in: id).isShare("bodies.good", "bodies.total", .atLeast, 80))
        #expect(try check("attendance", in: id).isShare("attendance.present", "attendance.due", .moreThan, 85))
        #expect(try check("thematic", in: id) == .minimum(fact: "meetings.thematic", 4))
        let steps = { (pairs: [(Int, Int)]) in pairs.map { SizeStep(from: $0.0, least: $0.1) } }
        #expect(
            try check("speakers", in: id)
                == .minimumBySize(
                    fact: "speakers.fewest", size: "members.total", steps([(0, 3), (11, 5), (21, 7)])))
        #expect(
            try check("meeting-minutes", in: id)
                == .minimumBySize(fact: "minutes.shortest", size: "members.total", steps([(0, 60), (10, 90)])))
        #expect(
            try check("combined-minutes", in: id)
                == .minimumBySize(fact: "minutes.combined", size: "meetings.combined", steps([(0, 0), (1, 120)])))
        for criterion in Criterion.four {
            let points = "points.\(criterion.id)"
            let check = try check("points-\(criterion.id)", in: id)
            #expect(try check.isShare(points, "\(points).full", .atLeast, 95))
        }
    }

    @Test func bacKan() throws {
        let id = "bac-kan-ccq-2023"
        #expect(try check("regular-meetings", in: id) == .minimum(fact: "meetings.regular", 12))
        #expect(try check("thematic-meetings", in: id) == .minimum(fact: "meetings.thematic", 4))
        #expect(try check("monthly-scoring", in: id) == .minimum(fact: "assessments.monthly", 12))
    }
}

extension PreconditionCheck {
    fileprivate func isShare(
        _ part: String, _ whole: String, _ comparison: Threshold.Comparison, _ percent: Int
    ) throws -> Bool {
        self == .share(part: part, whole: whole, Threshold(comparison, try Fraction(percent, 100)))
    }
}
