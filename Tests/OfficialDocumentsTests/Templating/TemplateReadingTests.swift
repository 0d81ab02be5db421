import Foundation
import StrictEncoding
import Testing

@testable import OfficialDocuments

@Suite struct TemplateReadingTests {
    /// The bundled template of that name, one member put in place of its own.
    private func changed(_ name: TemplateName, _ member: String, to value: JSONValue?) throws -> [UInt8] {
        let object = try JSONReader(parsing: TemplateSet.bundledBytes(of: name), as: "x", limit: 1 << 20).looseObject()
        var members = object.members.filter { $0.name != member }
        if let value { members.append(.init(member, value)) }
        return JSONValue.object(members).encoded(indented: true)
    }

    private func fault(_ name: TemplateName, _ member: String, _ value: JSONValue?) throws -> String {
        let bytes = try changed(name, member, to: value)
        do {
            _ = try Template(name, parsing: bytes, file: "own/\(name.fileName)")
            return ""
        } catch {
            return error.description
        }
    }

    @Test func readsAllBundled() throws {
        let set = try TemplateSet.bundled()
        for name in TemplateName.allCases { #expect(try set.template(name).name == name) }
    }

    @Test func bundledTextIsComposed() throws {
        for name in TemplateName.allCases {
            let text = String(decoding: TemplateSet.bundledBytes(of: name), as: UTF8.self)
            #expect(Array(text.unicodeScalars) == Array(text.precomposedStringWithCanonicalMapping.unicodeScalars))
        }
    }

    @Test func namesAnUnknownField() throws {
        let fault = try fault(.decision02, "kind", "QUYẾT ĐỊNH {unti}")
        let start = "template own/decision-02-qd.json: kind: unknown field {unti}; here there are {authority}"
        #expect(fault.hasPrefix(start))
    }

    @Test func namesAnUnknownFieldDeepInAPassage() throws {
        let fault = try fault(.decision02, "recipients", ["a", ["text": "{Sai}"]])
        #expect(fault.contains("recipients[1].text: unknown field {sai}"))
    }

    @Test func namesAMissingRequiredField() throws {
        let fault = try fault(.accessSlips, "name", "Đồng chí")
        #expect(fault == "template own/access-slips.json: the field {name} must stand somewhere in this template")
    }

    @Test func namesAMissingPart() throws {
        #expect(try fault(.decision02, "annex", nil) == "template own/decision-02-qd.json: annex: missing-member")
    }

    @Test func namesAnUnknownPart() throws {
        #expect(try fault(.plan, "extra", "x") == "template own/plan.json: extra: unknown-member")
    }

    @Test func fieldsOfAListAreKnownOnlyInItsParagraphs() throws {
        #expect(try fault(.noticeOfResults, "subject", ["{unit} {titles} {year}"]).contains("unknown field {unit}"))
        let listed: JSONValue = [["each": "achieved", "text": "{unit} {titles} {year}"]]
        #expect(try fault(.noticeOfResults, "subject", listed).isEmpty)
    }

    static let faults: [(JSONValue, String)] = [
        (["text": "a", "when": "maybe"], "body[0].when: unknown condition; here there are “many”"),
        (["text": "a", "each": "units"], "body[0].each: unknown list; here there are none"),
        (["text": "a", "style": "loud"], "body[0].style: wrong-value (one of body"),
        (["text": "a", "colour": "red"], "body[0].colour: unknown-member"),
        (["style": "body"], "body[0].text: missing-member"), ("**a", "body[0]: ** is opened and not closed"),
        ("a\u{202E}b", "body[0]: wrong-value (no control or formatting characters)"),
        (1, "body[0]: wrong-type"),
        (.string(String(repeating: "a", count: 4001)), "body[0]: too-large (at most 4000 characters)"),
    ]

    @Test(arguments: faults)
    func namesTheFaultOfAParagraph(paragraph: JSONValue, problem: String) throws {
        let fault = try fault(.decision02, "body", [paragraph])
        #expect(fault.contains(problem))
    }

    @Test(arguments: ["", "{", "[]", "null", "\u{FEFF}{}", "{\"format\": 1}"])
    func refusesWhatIsNoTemplate(text: String) {
        #expect(throws: TemplateFault.self) {
            try Template(.plan, parsing: Array(text.utf8), file: "plan.json")
        }
    }

    @Test func refusesAnotherFormat() throws {
        let fault = try fault(.plan, "format", "phieukin-template/2")
        #expect(fault == "template own/plan.json: format: wrong-value (phieukin-template/1)")
    }

    @Test func refusesAFileTooLarge() {
        let bytes = [UInt8](repeating: UInt8(ascii: " "), count: Template.maximumSize + 1)
        #expect(throws: TemplateFault.self) { try Template(.plan, parsing: bytes, file: "plan.json") }
    }
}
