import Recognition
import StrictEncoding
import TestSupport
import Testing

@Suite struct SlipCountsTests {
    @Test func totalsAddUp() throws {
        var random = SeededRandom(2)
        for contest in 0..<500 {
            let parts = (0..<4).map { _ in Int.random(in: 0...1000, using: &random) }
            let tally = try tally(contest, parts[0], parts[1], blank: parts[2], invalid: parts[3])
            #expect(tally.counts.collected == parts.reduce(0, +))
            #expect(tally.counts.valid == parts[0] + parts[1])
            #expect(try ContestTally(reading: JSONReader(tally.json, at: "t")) == tally)
        }
    }

    @Test(arguments: [
        (-1, 0, 0, 0), (0, 0, 0, -5), (1 << 32, 0, 0, 0), (1 << 31, 1 << 31, 0, 0), (.max, .max, .max, .max),
    ])
    func refuses(first: Int, second: Int, blank: Int, invalid: Int) {
        #expect(throws: MalformedInput.self) {
            try SlipCounts(first: first, second: second, blank: blank, invalid: invalid)
        }
    }

    @Test func refusesTotalsThatDoNotAddUp() throws {
        let reader = try reader(#"{"contest":0,"collected":4,"first":1,"second":1,"blank":1,"invalid":0}"#, as: "t")
        let error = #expect(throws: MalformedInput.self) { try ContestTally(reading: reader) }
        #expect(error == MalformedInput(.wrongValue, at: "t.collected", "first + second + blank + invalid"))
    }

    @Test(arguments: [(-1, 0, 0), (3, 4, 0), (3, 2, 3), (1 << 32, 0, 0)])
    func roundCountsAreOrdered(summoned: Int, present: Int, issued: Int) {
        #expect(throws: MalformedInput.self) {
            try RoundCounts(summoned: summoned, present: present, issued: issued)
        }
    }
}
