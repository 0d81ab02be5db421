import StrictEncoding
import TestSupport
import Testing

@testable import phieukin

struct RoundPlanTests {
    @Test func readsTheExample() throws {
        let plan = try RoundPlan(parsing: TestFiles.example("round.json"))
        #expect(plan.board.count == 3 && plan.opening == 2)
        #expect(plan.decisions?.firstNumber == 41)
        let draft = try JSONReader(plan.draft, at: "draft").looseObject()
        #expect(draft.members.map(\.name) == ["kind", "title", "year", "authority", "guidance", "body", "details"])
        #expect(try draft.member("body").string() == "ĐU")
    }

    @Test func readsWholeExamples() throws {
        let example = try DemoExample(folder: TestFiles.example)
        #expect(example.expected.tallies.count == 88)
        #expect(example.expected.passed.count == 19)
        #expect(example.marks.ballots.count == 13)
    }

    @Test(arguments: [
        "{}", "[]", #"{"title":"t","year":2026,"authority":{},"guidance":"g"}"#,
        #"{"title":"t","year":2026,"authority":{},"guidance":"g","body":"ĐU","extra":1}"#,
    ])
    func refuses(text: String) {
        #expect(throws: MalformedInput.self) { try RoundPlan(parsing: Array(text.utf8)) }
    }
}
