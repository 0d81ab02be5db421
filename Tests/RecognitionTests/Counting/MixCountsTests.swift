import Recognition
import StrictEncoding
import Testing

@Suite struct MixCountsTests {
    @Test(
        arguments: [
            (3, [3, 4], [0, 0], nil), (3, [2, 3, 0], [1, 0, 3], 3), (0, [0, 1], [0, 0], nil), (2, [], [], nil),
        ] as [(Int, [Int], [Int], Int?)])
    func aBoxIsShortOfWhatWasSent(mixed: Int, collected: [Int], short: [Int], most: Int?) {
        let counts = MixCounts(mixed: mixed, issued: 3, collected: collected)
        #expect(counts.short == short && counts.mostShort == most)
        #expect((counts.warning == nil) == (most == nil))
    }

    @Test func theDocumentNamesEachContest() {
        let counts = MixCounts(mixed: 3, issued: 4, collected: [4, 2])
        let json: JSONValue = ["mixed": 3, "issued": 4, "short": [["contest": 1, "collected": 2, "mixed": 3]]]
        #expect(counts.json.isEquivalent(to: json.adding("warning", counts.warning?.json)))
        let level = MixCounts(mixed: 1, issued: 1, collected: [1]).json
        #expect(level.isEquivalent(to: ["mixed": 1, "issued": 1, "short": []]))
    }

    @Test(arguments: [(3, nil), (4, nil), (5, 1), (4 * Int(UInt32.max), 4 * Int(UInt32.max) - 4)] as [(Int, Int?)])
    func moreSentThanIssuedIsSaid(mixed: Int, overstated: Int?) throws {
        let counts = MixCounts(mixed: mixed, issued: 4, collected: [4])
        #expect(counts.overstated == overstated && (counts.overstatement == nil) == (overstated == nil))
        let said = try JSONReader(counts.json, at: "mix").looseObject().optional("overstatement")
        #expect((said == nil) == (overstated == nil))
        guard let words = counts.overstatement else { return }
        #expect(words.vietnamese.contains("của \(mixed) người") && words.vietnamese.contains("chỉ 4 người"))
        #expect(words.english.contains("of \(mixed) voters") && words.english.contains("only 4 voters"))
    }

    @Test func theWordsSayHowMany() throws {
        let words = try #require(MixCounts(mixed: 3, issued: 3, collected: [3, 2, 1]).warning)
        #expect(words.vietnamese.contains("của 3 người") && words.vietnamese.contains("của 2 nội dung"))
        #expect(words.english.contains("(2 fewer at most)"))
    }
}
