import Testing

@testable import OfficialDocuments

@Suite struct TemplateTextParserTests {
    private func filled(_ text: String, _ values: [String: String] = [:]) throws -> FilledText {
        try TemplateTextParser.parse(text).filled(with: FieldValues(values), in: "x.json")
    }

    private func problem(_ text: String) -> String? {
        do {
            _ = try TemplateTextParser.parse(text)
            return nil
        } catch {
            return error.text
        }
    }

    @Test func readsEmphasis() throws {
        let text = try filled("**Điều 1.** Công nhận __chi bộ__ này")
        #expect(text.plain == "Điều 1. Công nhận chi bộ này")
        #expect(text.stretches.map(\.emphasis) == [.bold, [], .italic, []])
    }

    @Test func nestsEmphasis() throws {
        let text = try filled("__nghiêng **cả hai**__")
        #expect(text.stretches.map(\.emphasis) == [.italic, [.italic, .bold]])
    }

    @Test func fillsFieldsInTheLettersAskedFor() throws {
        let text = try filled("{unit} {Unit} {UNIT}", ["unit": "chi bộ thôn Nà Hừ"])
        #expect(text.plain == "chi bộ thôn Nà Hừ Chi bộ thôn Nà Hừ CHI BỘ THÔN NÀ HỪ")
    }

    @Test func neverReadsMarkupOutOfAField() throws {
        let text = try filled("**{unit}**", ["unit": "**a** {year} __b__ }}"])
        #expect(text.plain == "**a** {year} __b__ }}")
        #expect(text.stretches.map(\.emphasis) == [.bold])
    }

    @Test func doubledBracesAreBraces() throws {
        #expect(try filled("{{unit}}").plain == "{unit}")
    }

    @Test(arguments: [
        ("**Điều 1.", "** is opened and not closed"), ("__a", "__ is opened and not closed"),
        ("a {unit", "a { without its }"), ("a } b", "a } without its {"), ("{}", "no field's name"),
        ("{uNit}", "no field's name"), ("{un it}", "no field's name"), ("{1x}", "no field's name"),
        ("{đơn}", "no field's name"),
    ])
    func refuses(text: String, problem expected: String) {
        #expect(problem(text)?.contains(expected) == true)
    }

    @Test func aFieldWithoutAValueIsAFault() throws {
        let text = try TemplateTextParser.parse("{unit}")
        #expect(throws: TemplateFault.self) { try text.filled(with: FieldValues([:]), in: "x.json") }
    }
}
