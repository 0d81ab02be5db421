import Recognition
import StrictEncoding
import Testing

/// One profile, damaged in one place at a time.
@Suite struct GuidanceProfileReadingTests {
    private static func text() throws -> String {
        String(decoding: try profile("lai-chau-05-hd-tu").bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("phieukin-guidance/1", "phieukin-guidance/2", "guidance.format"),
        ("\"id\": \"lai-chau-05-hd-tu\"", "\"id\": \"lai chau\"", "guidance.id"),
        ("\"id\": \"lai-chau-05-hd-tu\"", "\"id\": \"x\", \"id\": \"y\"", "guidance.id"),
        ("2024-05-03", "2024-02-30", "guidance.document.date"),
        ("\"facts\"", "\"fakts\"", "guidance.fakts"),
        (
            "{\"atLeast\": [2, 3], \"of\": \"summoned\"}", "{\"atLeast\": [2, 3], \"of\": \"valid\"}",
            "guidance.rules.attendance.of"
        ),
        ("\"of\": \"summoned\"", "\"of\": \"everybody\"", "guidance.rules.attendance.rule.of"),
        ("\"kind\": \"grassroots-committee\"", "\"kind\": \"district-standing-committee\"", "guidance.authorities[1]"),
        ("\"kind\": \"grassroots-committee\"", "\"kind\": \"committee\"", "guidance.authorities[1].kind"),
        ("\"form\": \"02-QĐ\"", "\"form\": \"03-QĐ\"", "guidance.authorities[1].form"),
        (
            "[\"subordinate-cell\", \"sectional-cell\"]", "[\"sectional-cell\", \"sectional-cell\"]",
            "guidance.authorities[1].units[1]"
        ),
        ("[\"subordinate-cell\", \"sectional-cell\"]", "[]", "guidance.authorities[1].units"),
        ("\"id\": \"members.good\"", "\"id\": \"members.total\"", "guidance.facts[2]"),
        ("\"id\": \"members-good\"", "\"id\": \"members-completed\"", "guidance.preconditions[8]"),
        ("\"part\": \"members.good\"", "\"part\": \"members.best\"", "guidance.preconditions[8].check"),
        ("\"atLeast\": [70, 100]", "\"atLeast\": [70, 0]", "guidance.preconditions[3].check.share.atLeast[1]"),
        ("\"atLeast\": [70, 100]", "\"atLeast\": [0.7, 1]", "guidance.preconditions[3].check.share.atLeast[0]"),
        ("{\"flag\": {\"fact\": \"admissions.met\"}}", "{}", "guidance.preconditions[0].check"),
        ("\"value\": 4", "\"value\": -4", "guidance.preconditions[5].check.minimum.value"),
        ("\"criterion\": \"members\"", "\"criterion\": \"memberz\"", "guidance.preconditions[6].criterion"),
    ])
    func damage(from: String, to: String, place: String) throws {
        let text = try Self.text()
        let range = try #require(text.firstRange(of: from))
        let error = #expect(throws: MalformedInput.self) {
            try GuidanceProfile(parsing: Array(text.replacingCharacters(range, with: to).utf8))
        }
        #expect(error?.place == place)
    }

    @Test func sourcesMayNotBeMissing() throws {
        let text = try Self.text()
        let sources = text.ranges(of: "\"source\"")
        #expect(sources.count == 18)
        for range in sources {
            #expect(throws: MalformedInput.self) {
                try GuidanceProfile(parsing: Array(text.replacingCharacters(range, with: "\"sauce\"").utf8))
            }
        }
    }

    @Test func cutShortAnywhere() throws {
        let bytes = try profile("bac-kan-ccq-2023").bytes
        for count in stride(from: 0, to: bytes.count - 2, by: 97) {
            #expect(throws: MalformedInput.self) { try GuidanceProfile(parsing: Array(bytes.prefix(count))) }
        }
    }

    @Test func tooLarge() throws {
        let bytes = try profile("bac-kan-ccq-2023").bytes
        let padded = bytes + [UInt8](repeating: 0x20, count: GuidanceProfile.maximumSize)
        let error = #expect(throws: MalformedInput.self) { try GuidanceProfile(parsing: padded) }
        #expect(error?.reason == .tooLarge)
    }
}

extension String {
    fileprivate func replacingCharacters(_ range: Range<Index>, with text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }
}
