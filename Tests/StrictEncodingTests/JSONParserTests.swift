import StrictEncoding
import TestSupport
import Testing

@Suite struct JSONParserTests {
    private func parse(_ text: String) throws(MalformedInput) -> JSONValue {
        try JSONParser.parse(Array(text.utf8), limit: 1 << 20)
    }

    @Test func readsEveryKindOfValue() throws {
        let value = try parse(#" {"a": [1, -2, 0, true, false, null], "b": {"c": "é\u00e9\n\ud83d\ude00\/"}} "#)
        #expect(value == ["a": [1, -2, 0, true, false, .null], "b": ["c": "éé\n😀/"]])
    }

    @Test(
        arguments: [
            #"{"a":1,"a":2}"#: .repeatedMember, #"{"a":{"b":1,"\u0062":2}}"#: .repeatedMember,
            "1.0": .notAnInteger, "1e2": .notAnInteger, "9007199254740992": .outOfRange,
            "99999999999999999999999999": .outOfRange, "[1,]": .syntax, "01": .syntax, "-": .syntax, "+1": .syntax,
            "": .syntax, "{": .syntax, "[1": .syntax, "nul": .syntax, "'a'": .syntax, "\"\u{1}\"": .syntax,
            #""\ud800""#: .syntax, #""\udc00""#: .syntax, #""\ud800\u0041""#: .syntax, #""\x""#: .syntax,
            "1 2": .trailingBytes, "{} x": .trailingBytes, "\u{FEFF}{}": .byteOrderMark,
            String(repeating: "[", count: 40): .tooDeep,
        ] as [String: MalformedInput.Reason])
    func refuses(_ text: String, _ reason: MalformedInput.Reason) {
        #expect { try parse(text) } throws: { ($0 as? MalformedInput)?.reason == reason }
    }

    @Test func refusesWhatIsNotUTF8() {
        #expect(throws: MalformedInput(.notUTF8, at: "")) { try JSONParser.parse([0x22, 0xFF, 0x22], limit: 9) }
    }

    @Test func namesThePlaceOfAFault() {
        #expect(throws: MalformedInput(.repeatedMember, at: "units[1].id")) {
            try parse(#"{"units":[{"id":1},{"id":1,"id":2}]}"#)
        }
    }

    @Test func twoSpellingsOfOneLetterAreTwoNames() throws {
        let value = try parse("{\"\u{E9}\":1,\"e\u{301}\":2}")
        guard case .object(let members) = value else { return #expect(Bool(false)) }
        #expect(members.count == 2)
    }

    @Test func largeInputIsRefusedUnread() {
        #expect(throws: MalformedInput(.tooLarge, at: "", "at most 3 bytes")) {
            try JSONParser.parse([0xFF, 0xFF, 0xFF, 0xFF], limit: 3)
        }
    }

    @Test(arguments: [false, true])
    func whatIsWrittenReadsBack(indented: Bool) throws {
        let value: JSONValue = ["a": ["b\"\\\u{1}\n", 0, -5, [:], []], "đ": .null, "e": true]
        #expect(try JSONParser.parse(value.encoded(indented: indented), limit: 1000) == value)
    }

    @Test func randomBytesNeverCrash() {
        var random = SeededRandom()
        let alphabet = Array(#"{}[]",:\u0d8-1e.tfn \#u{E9}"#.utf8)
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &random)).compactMap { _ in
                alphabet.randomElement(using: &random)
            }
            guard let value = try? JSONParser.parse(bytes, limit: 64) else { continue }
            #expect((try? JSONParser.parse(value.encoded(), limit: 256)) == value, "\(random)")
        }
    }

    // MARK: - Places are made once

    /// A document of a megabyte whose last element is wrong, under names of the given length.
    private func wrongAtItsEnd(nameLength: Int, depth: Int = 1) -> [UInt8] {
        let name = String(repeating: "n", count: nameLength)
        let head = String(repeating: "{\"\(name)\":", count: depth) + "["
        let elements = String(repeating: "1,", count: ((1 << 20) - head.utf8.count - depth) / 2 - 8)
        return Array((head + elements + "1.5]" + String(repeating: "}", count: depth)).utf8)
    }

    private func time(_ bytes: [UInt8]) -> Duration {
        ContinuousClock().measure {
            #expect {
                try JSONParser.parse(bytes, limit: 1 << 20)
            } throws: { error in
                (error as? MalformedInput)?.reason == .notAnInteger
            }
        }
    }

    /// Half a megabyte of name above a quarter of a million elements: a place for each would be 10¹¹ bytes.
    @Test(arguments: [(1 << 19, 1), (1 << 14, 28), (1 << 18, 2), (200, 1)])
    func aLateErrorCostsNoMoreThanAnEarlyOne(nameLength: Int, depth: Int) {
        let plain = (0..<2).map { _ in time(wrongAtItsEnd(nameLength: 1)) }.min() ?? .zero
        let long = (0..<2).map { _ in time(wrongAtItsEnd(nameLength: nameLength, depth: depth)) }.min() ?? .zero
        #expect(long < plain * 20)
    }

    @Test func aLongNameIsNotSentBackWhole() throws {
        let name = String(repeating: "e\u{301}", count: 1_000)
        let error = #expect(throws: MalformedInput.self) { try parse("{\"\(name)\":[0,1.5]}") }
        let shown = String(repeating: "e\u{301}", count: 40)
        #expect(error == MalformedInput(.notAnInteger, at: "\(shown)…[1]"))
        #expect {
            try JSONReader(parsing: Array("{\"\(name)\":1}".utf8), as: "body", limit: 1 << 16).object(["a"])
        } throws: { ($0 as? MalformedInput)?.place == "body.\(shown)…" }
    }
}
