import Recognition
import StrictEncoding
import TestSupport
import Testing

/// The realistic round of `Examples/xa-bum-to`, through eligibility and outcomes, against results computed apart.
@Suite struct ExampleTests {
    private struct Example {
        let profile: GuidanceProfile
        let voters: VoterTable
        let units: UnitTable
        let expected: JSONObjectReader

        init() throws {
            profile = try RecognitionTests.profile("lai-chau-05-hd-tu")
            voters = try VoterTable(parsing: TestFiles.example("voters.csv"))
            units = try UnitTable(parsing: TestFiles.example("units.csv"), profile: profile)
            let bytes = try TestFiles.example("expected.json")
            expected = try JSONReader(parsing: bytes, as: "expected", limit: 1 << 20)
                .object(["counts", "ineligible", "contests", "unanimous", "units"])
        }

        var eligible: [Unit] {
            units.rows.filter { profile.eligibility(of: $0.unit.kind, facts: $0.facts) == .eligible }.map(\.unit)
        }

        /// Counts the marks of each contest, in the order of the eligible units and the criteria.
        func tallies() throws -> [ContestTally] {
            let marks = try CSVTable(parsing: TestFiles.example("marks.csv"))
            let contests = eligible.flatMap { unit in profile.criteria.map { [unit.id, $0.value.id] } }
            #expect(marks.rows.map { Array($0.fields.prefix(2)) } == contests)
            return try marks.rows.enumerated().map { index, row in
                func count(_ mark: String) -> Int { row.fields.dropFirst(2).count { $0 == mark } }
                return try tally(index, count("dat"), count("khong-dat"), blank: count("blank"))
            }
        }

        func counts() throws -> RoundCounts {
            let presence = try CSVTable(parsing: TestFiles.example("presence.csv"))
            #expect(presence.rows.map { $0.fields[0] } == voters.rows.map(\.id))
            func count(_ state: String) -> Int { presence.rows.count { $0.fields[1] == state } }
            let present = count("present")
            return try RoundCounts(summoned: voters.rows.count - count("excused"), present: present, issued: present)
        }

        func outcomes() throws -> RoundOutcomes {
            try RoundOutcomes(
                of: .recognition, rules: profile.rules, units: eligible, criteria: profile.criteria.map(\.value),
                tallies: tallies(), counts: counts())
        }
    }

    @Test func ineligibleUnits() throws {
        let example = try Example()
        #expect(example.voters.rows.count == 15)
        #expect(example.units.rows.count == 24)
        let found = example.units.rows.compactMap { row -> JSONValue? in
            let eligibility = example.profile.eligibility(of: row.unit.kind, facts: row.facts)
            guard case .ineligible(let failures) = eligibility else { return nil }
            let ids = failures.map { JSONValue.string($0.precondition.id) }
            return ["unit": .string(row.unit.id), "preconditions": .array(ids)]
        }
        #expect(try .array(found) == example.expected.member("ineligible").value)
    }

    @Test func counts() throws {
        let example = try Example()
        let counts = try example.counts()
        #expect(
            try example.expected.member("counts").value == [
                "summoned": .integer(counts.summoned), "present": .integer(counts.present),
                "issued": .integer(counts.issued),
            ])
        #expect(try example.expected.member("contests").value == .array(example.tallies().map(\.json)))
    }

    @Test func outcomes() throws {
        let example = try Example()
        let outcomes = try example.outcomes()
        let found = outcomes.units.map { outcome -> JSONValue in
            let failures = outcome.failures.map { failure -> JSONValue in
                [
                    "criterion": .string(failure.criterion?.id ?? ""), "reason": .string(failure.reason.rawValue),
                    "short": .integer(failure.verdict.short ?? -1),
                ]
            }
            return [
                "unit": .string(outcome.unit.id), "passed": .bool(outcome.passed), "failures": .array(failures),
            ]
        }
        #expect(try .array(found) == example.expected.member("units").value)
        #expect(outcomes.units.count { $0.passed } == 19)
    }

    @Test func warnings() throws {
        let example = try Example()
        let found = SecrecyWarning.unanimousContests(of: try example.tallies())
        #expect(try .array(found.map(JSONValue.integer)) == example.expected.member("unanimous").value)
        #expect(!found.isEmpty)
    }

    @Test func theRoundItself() throws {
        let bytes = try TestFiles.example("round.json")
        let round = try JSONReader(parsing: bytes, as: "round", limit: 1 << 16).looseObject()
        #expect(try round.member("guidance").identifier() == "lai-chau-05-hd-tu")
        let authority = try Authority(reading: round.member("authority"))
        let profile = try profile("lai-chau-05-hd-tu")
        for unit in try Example().eligible {
            #expect(profile.competence(of: authority.kind, over: unit.kind) == .competent(.grassrootsCommittee))
        }
        _ = try Signer(reading: round.member("signer"))
        let meeting = try round.member("meeting").object(["date", "place"])
        let annulment = try round.member("annulment").object(["unit", "date", "reason"])
        #expect(try meeting.member("date").calendarDate() < annulment.member("date").calendarDate())
    }
}
