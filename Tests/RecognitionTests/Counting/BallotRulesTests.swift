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
}
