import Decisions
import Testing

@Suite struct DecisionPathTests {
    @Test(arguments: DecisionPath.Kind.allCases, DecisionPath.Part.allCases)
    func pathsSurviveTheirText(_ kind: DecisionPath.Kind, _ part: DecisionPath.Part) {
        for unit in ["cb-01", "a.json", "x..p7s", "1"] {
            let path = DecisionPath(kind, of: unit, part)
            #expect(DecisionPath(parsing: path.description) == path)
        }
    }

    @Test func whatOthersReadTheseNamesFrom() {
        #expect(DecisionPath(.recognition, of: "cb-01", .statement).description == "decisions/recognition/cb-01.json")
        #expect(DecisionPath(.annulment, of: "cb-01", .signature).description == "decisions/annulment/cb-01.p7s")
    }

    @Test(arguments: [
        "", "/", "//", "a/recognition/cb-01.json", "/recognition/cb-01.json", "decisions/recognition/cb-01.json/",
        "decisions/recognition/cb\u{301}.json", "decisions/recognition/cb-01.\u{6A}\u{30C}son",
    ]) func otherNamesAreNone(_ name: String) {
        #expect(DecisionPath(parsing: name) == nil)
    }
}
