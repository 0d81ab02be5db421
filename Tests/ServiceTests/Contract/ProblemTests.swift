import Recognition
import StrictEncoding
import Testing

@testable import Service

/// What every refusal has.
@Suite struct ProblemTests {
    @Test(arguments: ProblemCode.allCases)
    func aProblemIsProblemDetailsInTwoLanguages(code: ProblemCode) throws {
        let object = try JSONReader(Problem(code).json, at: "problem")
            .object(["type", "title", "status", "code", "messages"])
        #expect(try object.member("type").string() == "urn:phieukin:problem:\(code.rawValue)")
        #expect(try object.member("status").integer(in: 400...599) > 0)
        let messages = try object.member("messages").object(["vi", "en"])
        #expect(try messages.member("en").string() == object.member("title").string())
        #expect(try messages.member("vi").string().hasSuffix(".") && messages.member("vi").string() != code.rawValue)
    }

    @Test func codesAreWordsOfTheirOwn() {
        #expect(ProblemCode.allCases.allSatisfy { $0.rawValue.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil })
        #expect(Set(ProblemCode.allCases.map(\.text.vietnamese)).count == ProblemCode.allCases.count)
    }

    @Test func anUnforeseenErrorTellsNothing() {
        struct Unforeseen: Error { let secret = "s3cret" }
        let problem = Problem(translating: Unforeseen())
        #expect(problem.code == .internal && problem.detail.isEmpty && problem.members.isEmpty)
    }
}
