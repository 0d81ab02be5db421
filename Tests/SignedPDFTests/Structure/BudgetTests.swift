import Testing

@testable import SignedPDF

/// What is made of a file is counted, and a file that asks for too much is refused before it is made.
@Suite struct BudgetTests {
    private func spent(_ file: [UInt8]) throws -> Int {
        let budget = ReadingBudget()
        _ = try PDFInspection.inspect(file, budget: budget)
        return budget.spent
    }

    private func expectRefused(_ file: [UInt8], location: SourceLocation = #_sourceLocation) {
        let budget = ReadingBudget()
        #expect(throws: PDFError.tooMuchInside(limit: PDFLimits.work), sourceLocation: location) {
            try PDFInspection.inspect(file, budget: budget)
        }
        #expect(budget.spent <= budget.limit, sourceLocation: location)
    }

    @Test func aNameOfAMegabyteFiveThousandTimes() { expectRefused(Bomb.names) }

    @Test func aContentOfAMegabyteFiveThousandTimes() { expectRefused(Bomb.contents) }

    @Test func namesPutTogetherOfMegabytes() { expectRefused(Bomb.fields) }

    @Test func halfAGigabyteOfZeros() throws {
        let zeros = try #require(Flate.deflate([UInt8](repeating: 0, count: 512 << 20)))
        expectRefused(Bomb.packed(zeros))
    }

    @Test func valuesThatAreLargerThanTheirText() { expectRefused(Bomb.values) }

    @Test func objectsWithinEachOthersComments() { expectRefused(Bomb.comments) }

    @Test func aHundredSignaturesOverMegabytes() { expectRefused(Bomb.signatures) }

    @Test func manyPagesManyTimes() { expectRefused(Bomb.pages(10_000, revisions: 190)) }

    /// Each object is read once, however many revisions come after it.
    @Test(arguments: [
        "[" + String(repeating: "0 ", count: 25_000) + "]", "[" + String(repeating: "[]", count: 25_000) + "]",
        "<<" + (0..<6_000).map { "/K\($0) 0" }.joined() + ">>", "(" + String(repeating: "a", count: 60_000) + ")",
    ])
    func revisionsCostByThemselves(payload: String) throws {
        let (one, some, many) = try (
            spent(Bomb.revisions(payload, count: 1)), spent(Bomb.revisions(payload, count: 100)),
            spent(Bomb.revisions(payload, count: 199))
        )
        #expect(many < 16 << 20 && many - some <= (some - one) * 11 / 10, "\(one), \(some), \(many)")
    }

    /// What is charged for small files, signed and added to, is near to nothing.
    @Test func ordinaryFilesCostLittle() throws {
        for file in try [Trial.signedOnce.get(), Trial.signedTwice.get()] {
            #expect(try spent(file) < 10 * file.count + 1 << 20)
        }
    }

    @Test func nothingIsChargedBeyondTheLimit() throws {
        let budget = ReadingBudget(limit: 10)
        try budget.charge(4, each: 2)
        #expect(throws: PDFError.tooMuchInside(limit: 10)) { try budget.charge(3) }
        #expect(throws: PDFError.tooMuchInside(limit: 10)) { try budget.charge(.max, each: 2) }
        try budget.charge(2)
        #expect(budget.spent == 10)
    }
}
