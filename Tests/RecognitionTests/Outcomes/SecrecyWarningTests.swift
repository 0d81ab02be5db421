import Recognition
import Testing

@Suite struct SecrecyWarningTests {
    @Test func fewerThanFivePresent() {
        #expect(SecrecyWarning.beforeVoting(present: 5).isEmpty)
        #expect(SecrecyWarning.beforeVoting(present: 4) == [.fewPresent(4)])
        #expect(SecrecyWarning.beforeVoting(present: 0) == [.fewPresent(0)])
    }

    @Test(arguments: [
        (13, 0, 0, 0, true), (0, 13, 0, 0, true), (8, 0, 5, 0, true), (0, 1, 0, 12, true), (0, 0, 13, 0, true),
        (0, 0, 0, 2, true), (0, 0, 0, 0, false), (12, 1, 0, 0, false), (0, 0, 1, 1, false), (1, 1, 11, 0, false),
    ])
    func unanimous(first: Int, second: Int, blank: Int, invalid: Int, expected: Bool) throws {
        let tallies = try [tally(0, 5, 5), tally(1, first, second, blank: blank, invalid: invalid)]
        #expect(SecrecyWarning.unanimousContests(of: tallies) == (expected ? [1] : []))
    }
}
