import Recognition
import StrictEncoding
import Testing

@Suite struct MixCountsTests {
    @Test(
        arguments: [
            (3, [3, 4], [0, 0], nil), (3, [2, 3, 0], [1, 0, 3], 3), (0, [0, 1], [0, 0], nil), (2, [], [], nil),
        ] as [(Int, [Int], [Int], Int?)])
    func aBoxIsShortOfWhatWasSent(mixed: Int, collected: [Int], short: [Int], most: Int?) {
        let counts = MixCounts(mixed: mixed, collected: collected)
        #expect(counts.short == short && counts.mostShort == most)
        #expect((counts.warning == nil) == (most == nil))
    }

    @Test func theDocumentNamesEachContest() {
        let counts = MixCounts(mixed: 3, collected: [4, 2])
        let json: JSONValue = ["mixed": 3, "short": [["contest": 1, "collected": 2, "mixed": 3]]]
        #expect(counts.json.isEquivalent(to: json.adding("warning", counts.warning?.json)))
        #expect(MixCounts(mixed: 1, collected: [1]).json.isEquivalent(to: ["mixed": 1, "short": []]))
    }

    @Test func theWordsSayHowMany() throws {
        let words = try #require(MixCounts(mixed: 3, collected: [3, 2, 1]).warning)
        #expect(words.vietnamese.contains("của 3 người") && words.vietnamese.contains("của 2 nội dung"))
        #expect(words.english.contains("(2 fewer at most)"))
    }
}
