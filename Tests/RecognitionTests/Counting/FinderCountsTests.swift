import Recognition
import StrictEncoding
import Testing

@Suite struct FinderCountsTests {
    @Test(
        arguments: [
            (3, [3, 3], 0, [Int](), nil), (2, [3, 2], 1, [], nil), (0, [], nil, [], nil),
            (3, [2, 3, 1], 0, [0, 2], 2),
            (3, [2, 2], nil, [0, 1], 1), (1, [0], nil, [0], 1), (2, [5, 1], 3, [1], 1),
        ] as [(Int, [Int], Int?, [Int], Int?)])
    func nothingIsClipped(found: Int, collected: [Int], atMost: Int?, contradictions: [Int], excess: Int?) {
        let counts = FinderCounts(found: found, collected: collected)
        #expect(counts.foreignAtMost == atMost)
        #expect(counts.contradictions == contradictions)
        #expect(counts.excess == excess)
        #expect((counts.contradiction == nil) == contradictions.isEmpty)
    }

    @Test func theDocumentNamesEachContest() {
        let counts = FinderCounts(found: 3, collected: [4, 2])
        let json: JSONValue = [
            "found": 3, "contradictions": [["contest": 1, "collected": 2, "found": 3]], "foreignAtMost": 1,
        ]
        #expect(counts.json.isEquivalent(to: json.adding("contradiction", counts.contradiction?.json)))
    }

    @Test func whereNothingContradictsNothingIsSaid() {
        let json: JSONValue = ["found": 2, "contradictions": [], "foreignAtMost": 2]
        #expect(FinderCounts(found: 2, collected: [4, 2]).json.isEquivalent(to: json))
    }

    @Test func theWordsSayHowMany() throws {
        let words = try #require(FinderCounts(found: 3, collected: [3, 2, 1]).contradiction)
        #expect(words.vietnamese.hasPrefix("Mâu thuẫn: 3 người") && words.vietnamese.contains("ở 2 nội dung"))
        #expect(words.english.contains("(1 at least)"))
    }
}
