import Recognition
import Testing

@Suite struct EligibilityTests {
    private static let good = [
        "members.total": 20, "members.completed": 20, "members.good": 14, "members.disciplined": 0,
        "meetings.total": 12, "meetings.fair": 12, "quarters.thematic": 4, "admissions.met": 1,
    ]

    private func failures(_ changes: [String: Int?], kind: UnitKind = .subordinateCell) throws -> [PreconditionFailure]
    {
        let facts = Self.good.merging(changes.compactMapValues { $0 }) { $1 }
            .filter { fact in !changes.contains { $0.key == fact.key && $0.value == nil } }
        switch try profile("lai-chau-05-hd-tu").eligibility(of: kind, facts: facts) {
        case .eligible: return []
        case .ineligible(let failures): return failures
        }
    }

    @Test func exactlySeventyPercent() throws { #expect(try failures([:]).isEmpty) }

    @Test func justBelowSeventyPercent() throws {
        let failure = try #require(try failures(["members.good": 13]).first)
        #expect(failure.precondition.id == "members-good")
        #expect(failure.required.vietnamese == "ít nhất 70 %")
        #expect(failure.found.vietnamese == "13/20 (65 %)")
        let near = try #require(
            try failures(["members.total": 1000, "members.completed": 1000, "members.good": 699]).first)
        #expect(near.found == BilingualText("699/1000 (69,9 %)", "699/1000 (69.9%)"))
        let nearer = try #require(
            try failures(["members.total": 9999, "members.completed": 9999, "members.good": 6999]).first)
        #expect(nearer.found.english == "6999/9999 (69.9%)")
    }

    @Test(arguments: [
        ("members.completed", 19, "members-completed", "at least 100%", "19/20 (95%)"),
        ("members.disciplined", 1, "no-discipline", "at most 0", "1"),
        ("quarters.thematic", 3, "thematic-quarterly", "at least 4", "3"),
        ("meetings.fair", 11, "meetings-fair", "at least 100%", "11/12 (91.6%)"),
        ("meetings.total", 0, "meetings-fair", "at least 100%", "12/0"),
        ("members.good", 21, "members-good", "at least 70%", "21/20"),
        ("members.good", -1, "members-good", "at least 70%", "-1/20"),
        ("admissions.met", 0, "admissions", "yes", "no"),
        ("admissions.met", 2, "admissions", "yes", "2"),
    ])
    func each(fact: String, value: Int, precondition: String, required: String, found: String) throws {
        let failures = try failures([fact: value])
        #expect(failures.map(\.precondition.id) == [precondition])
        #expect(failures.first?.required.english == required)
        #expect(failures.first?.found.english == found)
    }

    @Test(arguments: Self.good.keys.sorted())
    func notStatedNeverPasses(fact: String) throws {
        let failures = try failures([fact: nil])
        #expect(!failures.isEmpty)
        #expect(failures.allSatisfy { $0.precondition.check.facts.contains(fact) })
        #expect(failures.allSatisfy { $0.found.english.hasPrefix("not stated: ") })
    }

    @Test func allFailuresAreListedInOrder() throws {
        let profile = try profile("lai-chau-05-hd-tu")
        guard case .ineligible(let failures) = profile.eligibility(of: .grassrootsOrganization, facts: [:]) else {
            Issue.record("eligible without a fact")
            return
        }
        #expect(
            failures.map(\.precondition.id)
                == ["admissions", "system-good", "bodies-completed", "bodies-good", "no-discipline"])
    }

    @Test(arguments: [(17, false), (18, true), (20, true)])
    func moreThanEightyFivePercent(present: Int, holds: Bool) throws {
        let check = try #require(
            try profile("ninh-thuan-161-kh-duk").preconditions.first { $0.id == "attendance" })
        let failure = try failed(check, ["attendance.present": present, "attendance.due": 20])
        #expect((failure == nil) == holds)
        if let failure { #expect(failure.required.vietnamese == "trên 85 %") }
    }

    @Test(arguments: [
        (9, 60, true), (9, 59, false), (10, 90, true), (10, 89, false), (30, 90, true), (0, 60, true),
    ])
    func meetingMinutesBySize(members: Int, minutes: Int, holds: Bool) throws {
        let check = try #require(
            try profile("ninh-thuan-161-kh-duk").preconditions.first { $0.id == "meeting-minutes" })
        #expect((try failed(check, ["members.total": members, "minutes.shortest": minutes]) == nil) == holds)
    }

    @Test(arguments: [(3, 3), (10, 3), (11, 5), (20, 5), (21, 7), (200, 7)])
    func speakersBySize(members: Int, least: Int) throws {
        let check = try #require(try profile("ninh-thuan-161-kh-duk").preconditions.first { $0.id == "speakers" })
        #expect(try failed(check, ["members.total": members, "speakers.fewest": least]) == nil)
        let failure = try failed(check, ["members.total": members, "speakers.fewest": least - 1])
        #expect(failure?.required.english == "at least \(least)")
    }

    /// The failure of one precondition among those of the profile it is of.
    private func failed(_ precondition: Precondition, _ facts: [String: Int]) throws -> PreconditionFailure? {
        let eligibility = try profile("ninh-thuan-161-kh-duk").eligibility(of: .subordinateCell, facts: facts)
        guard case .ineligible(let failures) = eligibility else { return nil }
        return failures.first { $0.precondition == precondition }
    }
}
