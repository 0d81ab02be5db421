import Mustache
import StrictEncoding
import Testing

@testable import Service

/// How templates see what the API answers with.
@Suite struct PageValueTests {
    private func render(_ template: String, _ json: JSONValue, _ language: PageLanguage = .vietnamese) throws -> String
    {
        let value = PageValue.represent(json, in: language)
        return try MustacheTemplate(string: template).render(value)
    }

    @Test func textsAreOfThePagesLanguage() throws {
        let json: JSONValue = ["title": ["vi": "Phiếu", "en": "Ballot"]]
        #expect(try render("{{title}}", json) == "Phiếu")
        #expect(try render("{{title}}", json, .english) == "Ballot")
    }

    @Test func enumerationsAreSections() throws {
        let template = "{{#state.voting}}V{{/state.voting}}{{^state.voting}}-{{/state.voting}}"
        #expect(try render(template, ["state": "voting"]) == "V")
        #expect(try render(template, ["state": "sealed"]) == "-")
        #expect(try render("{{#warning.few-present}}W{{/warning.few-present}}", ["warning": "few-present"]) == "W")
    }

    @Test func nothingIsNotThere() throws {
        for empty in [JSONValue.null, "", [], false] {
            #expect(try render("{{#x}}yes{{/x}}{{^x}}no{{/x}}", ["x": empty]) == "no")
        }
        #expect(try render("{{#x}}yes{{/x}}", ["x": 0]) == "yes", "a count of none is a count")
        #expect(try render("[{{x}}]", ["x": .null]) == "[]")
    }

    @Test func whatOthersTypedIsText() throws {
        #expect(try render("{{x}}", ["x": "<b onload=\"a\">&'"]) == "&lt;b onload=&quot;a&quot;&gt;&amp;&#39;")
    }

    @Test func momentsAreThoseOfVietnam() throws {
        let json: JSONValue = ["at": 1_767_225_599]
        #expect(try render("{{moment(at)}}", json) == "06:59, 01/01/2026")
        #expect(try render("{{date(at)}} {{time(at)}}", json, .english) == "1 January 2026 06:59")
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1.000"), (1_234_567, "1.234.567"), (-1_000, "-1.000")])
    func numbersAreGrouped(value: Int, text: String) throws {
        #expect(try render("{{grouped(n)}}", ["n": .integer(value)]) == text)
        let english = text.replacing(".", with: ",")
        #expect(try render("{{grouped(n)}}", ["n": .integer(value)], .english) == english)
    }

    @Test func listsCountAndNumbersFollow() throws {
        #expect(try render("{{count(l)}}{{#l}}{{n}}{{next(n)}};{{/l}}", ["l": [["n": 1], ["n": 2]]]) == "212;23;")
        #expect(try render("{{#zero(n)}}none{{/zero(n)}}", ["n": 0]) == "none")
        #expect(try render("{{fours(c)}}", ["c": "ABCDEFGHIJ"]) == "ABCD EFGH IJ")
    }
}
