import Recognition
import StrictEncoding
import TestSupport
import Testing

@Suite struct RoundOutcomesTests {
    @Test func allFourCriteriaAtTheEdge() throws {
        let unit = try #require(try outcomes(votes: [8, 8, 8, 8]).units.first)
        #expect(unit.passed)
        #expect(unit.failures.isEmpty)
    }

    @Test(arguments: 0..<4)
    func oneVoteShort(criterion: Int) throws {
        var votes = [8, 8, 8, 8]
        votes[criterion] = 7
        let unit = try #require(try outcomes(votes: votes).units.first)
        #expect(!unit.passed)
        let failure = try #require(unit.failures.first)
        #expect(unit.failures.count == 1)
        #expect(failure.reason == .votesShort)
        #expect(failure.criterion == Criterion.four[criterion])
        #expect(failure.verdict.short == 1)
        #expect(failure.text.english.contains("7 of the 8 votes needed, 1 short"))
    }

    @Test func noAttendanceQuorumFailsEveryUnit() throws {
        let enough = try outcomes(votes: [8, 8, 8, 8], summoned: 15, present: 10)
        #expect(enough.attendance.holds && enough.units[0].passed)
        let tooFew = try outcomes(votes: [9, 9, 9, 9], summoned: 15, present: 9)
        #expect(!tooFew.attendance.holds)
        #expect(!tooFew.units[0].passed)
        #expect(tooFew.units[0].failures.map(\.reason) == [.noAttendanceQuorum])
        #expect(tooFew.units[0].failures[0].verdict.short == 1)
    }

    @Test func blankSlipsCanTakeTheTurnoutQuorum() throws {
        let counts = try RoundCounts(summoned: 14, present: 13, issued: 13)
        let tallies = try [
            tally(0, 7, 0, blank: 6), tally(1, 8, 0, blank: 5), tally(2, 13, 0), tally(3, 0, 0, invalid: 13),
        ]
        let outcomes = try RoundOutcomes(
            of: .recognition, rules: usualRules(), units: [cell(1)], criteria: Criterion.four, tallies: tallies,
            counts: counts)
        let failures = outcomes.units[0].failures
        #expect(failures.map(\.reason) == [.noTurnoutQuorum, .noTurnoutQuorum])
        #expect(failures.map(\.verdict.short) == [1, 8])
        #expect(failures.map { $0.criterion?.id } == ["political-task", "members"])
    }

    @Test func overABaseOfZeroNothingHolds() throws {
        let rules = try BallotRules(
            attendance: rule(.atLeast, 0, 1, of: .summoned),
            turnout: rule(.atLeast, 0, 1, of: .collected),
            approval: rule(.atLeast, 0, 1, of: .valid)
        )
        let outcomes = try RoundOutcomes(
            of: .annulment, rules: rules, units: [cell(1)], criteria: [.annulment], tallies: [tally(0, 0, 0)],
            counts: RoundCounts(summoned: 0, present: 0, issued: 0))
        #expect(!outcomes.units[0].passed)
        #expect(outcomes.units[0].failures.map(\.reason) == [.noAttendanceQuorum, .noTurnoutQuorum])
        #expect(outcomes.units[0].failures.allSatisfy { $0.verdict.needed == nil && !$0.text.vietnamese.isEmpty })
    }

    @Test(arguments: CountBase.allCases)
    func approvalOverEachBase(base: CountBase) throws {
        // summoned 20, present 16, issued 14, collected 12, valid 10
        let rules = try BallotRules(
            attendance: rule(.moreThan, 1, 2, of: .summoned), turnout: rule(.atLeast, 1, 2, of: base),
            approval: rule(.moreThan, 1, 2, of: base))
        let needed = [CountBase.summoned: 11, .present: 9, .issued: 8, .collected: 7, .valid: 6][base] ?? 0
        for first in [needed - 1, needed] where first <= 10 {
            let outcomes = try RoundOutcomes(
                of: .annulment, rules: rules, units: [cell(1)], criteria: [.annulment],
                tallies: [tally(0, first, 10 - first, blank: 1, invalid: 1)],
                counts: RoundCounts(summoned: 20, present: 16, issued: 14))
            let verdict = outcomes.units[0].criteria[0]
            #expect(verdict.approval.holds == (first == needed))
            #expect(verdict.approval.needed == needed)
            #expect(outcomes.units[0].passed == (first == needed))
        }
    }

    @Test func refusesWhatAreNotTheContests() throws {
        #expect(throws: MalformedInput.self) { try outcomes(votes: [8, 8, 8]) }
        #expect(throws: MalformedInput.self) { try outcomes(.annulment, votes: [8, 8]) }
        let (rules, unit) = (try usualRules(), try cell(1))
        let counts = try RoundCounts(summoned: 3, present: 3, issued: 3)
        let swapped = try [tally(0, 3, 0), tally(2, 3, 0), tally(1, 3, 0), tally(3, 3, 0)]
        let error = #expect(throws: MalformedInput.self) {
            try RoundOutcomes(
                of: .recognition, rules: rules, units: [unit], criteria: Criterion.four, tallies: swapped,
                counts: counts)
        }
        #expect(error?.place == "contests[1].contest")
        #expect(throws: MalformedInput.self) {
            try RoundOutcomes(of: .recognition, rules: rules, units: [], criteria: [], tallies: [], counts: counts)
        }
        #expect(throws: MalformedInput.self) {
            try RoundOutcomes(
                of: .annulment, rules: rules, units: [], criteria: Criterion.four, tallies: [], counts: counts)
        }
    }

    /// One more vote for never undoes a pass, one more against never makes one, whatever the rules.
    @Test func votesAreMonotonic() throws {
        var random = SeededRandom(3)
        for _ in 0..<1000 {
            let rules = try randomRules(&random)
            let first = Int.random(in: 0...12, using: &random)
            let second = Int.random(in: 0...12, using: &random)
            let blank = Int.random(in: 0...4, using: &random)
            func passed(_ first: Int, _ second: Int, _ blank: Int) throws -> Bool {
                try RoundOutcomes(
                    of: .annulment, rules: rules, units: [cell(1)], criteria: [.annulment],
                    tallies: [tally(0, first, second, blank: blank)],
                    counts: RoundCounts(summoned: 32, present: 30, issued: 29)
                ).units[0].passed
            }
            let before = try passed(first, second, blank)
            // The same voters: a slip changes its mark, so that no base but `valid` changes.
            if before, second > 0 { #expect(try passed(first + 1, second - 1, blank)) }
            if before, blank > 0 { #expect(try passed(first + 1, second, blank - 1)) }
            if !before, first > 0 { #expect(try !passed(first - 1, second + 1, blank)) }
        }
    }

    private func randomRules(_ random: inout SeededRandom) throws -> BallotRules {
        func any(of bases: [CountBase]) throws -> CountingRule {
            let d = Int.random(in: 1...20, using: &random)
            let n = Int.random(in: 0...d, using: &random)
            return try rule(
                Bool.random(using: &random) ? .atLeast : .moreThan, n, d,
                of: bases.randomElement(using: &random) ?? .summoned)
        }
        return try BallotRules(
            attendance: any(of: [.summoned, .present, .issued]), turnout: any(of: CountBase.allCases),
            approval: any(of: CountBase.allCases))
    }
}
