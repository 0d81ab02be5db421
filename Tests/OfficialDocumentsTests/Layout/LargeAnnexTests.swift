import Testing
import Typesetting

@testable import OfficialDocuments

@Suite struct LargeAnnexTests {
    @Test func twoThousandUnitsStandInOrderEachOnce() throws {
        let form = try FormFixtures.decision(units: RecognitionDecisionForm.maximumUnits)
        let pages = try Printing.pages(form)
        let numbers = pages.pages.dropFirst().flatMap { page in
            page.matches(of: /số (\d+) +Chi bộ trực thuộc/).compactMap { Int($0.1) }
        }
        #expect(numbers == Array(1...RecognitionDecisionForm.maximumUnits))
    }

    @Test func theSameFormAtTheSameTimeGivesTheSameBytes() throws {
        let form = try FormFixtures.decision(units: 30)
        #expect(try Printing.document(form) == Printing.document(form))
    }
}
