import Recognition
import StrictEncoding
import Testing

@Suite struct PlainTextTests {
    @Test(arguments: ["Đảng ủy xã Bum Tở", "a", "“chi bộ bốn tốt”", "Chi bộ số 1 – khu A"])
    func accepts(text: String) throws { try PlainText.check(text, maximum: 60, at: "t") }

    @Test(arguments: [
        "", " a", "a ", "a\nb", "a\u{0}b", "a\u{7F}", "a\u{202E}b", "a\u{200B}b", "\u{FEFF}a", "a\u{2028}b", "a\tb",
        "a\u{AD}b", "a\u{E000}b", String(repeating: "x", count: 61), "\u{A0}a",
    ])
    func refuses(text: String) {
        #expect(throws: MalformedInput.self) { try PlainText.check(text, maximum: 60, at: "t") }
    }

    @Test(arguments: ["cb-01", "members.total", "A", "0_x", String(repeating: "x", count: 64)])
    func identifiers(text: String) throws { try Identifier.check(text, at: "id") }

    @Test(arguments: [
        "", "-a", ".a", "a b", "đ", "a/b", "a\u{0}", "../x", "K\u{301}", String(repeating: "x", count: 65),
    ])
    func notIdentifiers(text: String) {
        #expect(throws: MalformedInput.self) { try Identifier.check(text, at: "id") }
    }

    @Test func choicesAreComparedAsBytes() throws {
        // U+0301 after "01-Q" and so on: canonically equivalent spellings are refused.
        let decomposed = try reader("\"01-Q\u{110}\"")
        #expect(try decomposed.choice(DecisionForm.self) == .standingCommittee)
        let title = try reader("\"chi bo\u{323}\u{302} bo\u{302}\u{301}n to\u{302}\u{301}t\"")
        #expect(throws: MalformedInput.self) { try title.choice(RecognitionTitle.self) }
    }
}
