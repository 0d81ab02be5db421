import Recognition
import StrictEncoding
import Testing

@Suite struct BallotRulesTests {
    @Test(arguments: CountBase.allCases)
    func attendanceIsTheRounds(base: CountBase) throws {
        let half = try rule(.moreThan, 1, 2, of: .valid)
        let attendance = try rule(.atLeast, 2, 3, of: base)
        guard base == .collected || base == .valid else {
            let rules = try BallotRules(attendance: attendance, turnout: half, approval: half)
            #expect(try BallotRules(reading: JSONReader(rules.json, at: "rules")) == rules)
            return
        }
        let error = #expect(throws: MalformedInput.self) {
            try BallotRules(attendance: attendance, turnout: half, approval: half)
        }
        #expect(error?.place == "attendance.of")
    }

    @Test func placesAreTheDocuments() throws {
        let json =
            #"{"attendance":{"atLeast":[2,3],"of":"valid"},"turnout":{"moreThan":[1,2],"of":"issued"},"#
            + #""approval":{"moreThan":[1,2],"of":"issued"}}"#
        let reader = try reader(json, as: "manifest.rules")
        let error = #expect(throws: MalformedInput.self) { try BallotRules(reading: reader) }
        #expect(error?.place == "manifest.rules.attendance.of")
    }

    @Test(arguments: [(15, 10, true), (15, 9, false), (14, 10, true), (14, 9, false), (0, 0, false)])
    func quorumBeforeTheVote(summoned: Int, present: Int, holds: Bool) throws {
        let counts = try RoundCounts(summoned: summoned, present: present, issued: 0)
        let verdict = try usualRules().attendance(in: counts)
        #expect(verdict.holds == holds)
        #expect(verdict.needed == (summoned == 0 ? nil : 10))
    }
}
