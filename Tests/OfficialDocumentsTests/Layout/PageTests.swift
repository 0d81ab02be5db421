import Foundation
import Recognition
import Testing

@testable import OfficialDocuments

/// What holds for the pages of every form.
@Suite struct PageTests {
    private static let point = 72 / 25.4

    static let forms: [(String, @Sendable () throws -> any OfficialForm)] = [
        ("decision", { try FormFixtures.decision() }), ("decision, many", { try FormFixtures.decision(units: 120) }),
        ("district", { try FormFixtures.districtDecision() }),
        ("district, many", { try FormFixtures.districtDecision(units: 40) }),
        ("annulment", { try FormFixtures.annulment() }), ("ballot", { try FormFixtures.ballot(units: 60) }),
        ("specimen", { try FormFixtures.ballot(specimen: true) }),
        ("annulment ballot", { try FormFixtures.ballot(units: 1, kind: .annulment) }),
        ("minutes", { try FormFixtures.minutes(units: 40, failing: [1, 7, 22]) }),
        ("notice", { try FormFixtures.notice(units: 80, failing: Set(30..<50)) }),
        ("plan", { PlanForm(try FormFixtures.paper()) }),
        ("self-assessment", { SelfAssessmentForm(try FormFixtures.paper()) }),
        ("attendance", { try FormFixtures.attendance(90) }),
    ]

    @Test(arguments: forms.indices)
    func nothingLeavesTheMargins(index: Int) throws {
        let pages = try Printing.pages(Self.forms[index].1())
        let isLandscape = Self.forms[index].0.contains("ballot") || Self.forms[index].0 == "specimen"
        let (width, height) = isLandscape ? (297.0, 210.0) : (210.0, 297.0)
        for text in pages.texts where !isPageNumber(text) {
            #expect(text.left > 29 * Self.point && text.right < (width - 14) * Self.point, "\(text)")
            #expect(text.top > 19 * Self.point && text.top + text.height < (height - 19) * Self.point, "\(text)")
        }
    }

    @Test(arguments: forms.indices)
    func pagesAreNumberedFromTheSecond(index: Int) throws {
        let pages = try Printing.pages(Self.forms[index].1())
        let numbers = pages.texts.filter(isPageNumber)
        #expect(numbers.map(\.page) == Array(2..<(pages.pageCount + 1)))
        #expect(numbers.allSatisfy { $0.text.trimmingCharacters(in: .whitespaces) == "\($0.page)" && $0.size == 14 })
    }

    @Test(arguments: forms.indices)
    func theTextReadsBackComposed(index: Int) throws {
        let pages = try Printing.pages(Self.forms[index].1())
        #expect(!pages.plain.contains("\u{FFFD}"))
        let scalars = Array(pages.plain.unicodeScalars)
        #expect(scalars == Array(pages.plain.precomposedStringWithCanonicalMapping.unicodeScalars))
    }

    @Test(arguments: [("Tên chi bộ", 1), ("Loại hình", 1)])
    func theHeadOfAnAnnexIsRepeated(words: String, first: Int) throws {
        let pages = try Printing.pages(FormFixtures.decision(units: 120)).pages
        #expect(pages.count > 3)
        for page in pages.dropFirst(first) { #expect(page.contains(words)) }
    }

    @Test func bothHeadRowsOfABallotAreRepeated() throws {
        let pages = try Printing.pages(FormFixtures.ballot(units: 60)).pages
        #expect(pages.count > 2)
        for page in pages {
            #expect(page.contains("Không đạt") && page.contains("Tên tổ chức đảng"))
        }
    }

    private func isPageNumber(_ text: PrintedText) -> Bool { text.top + text.height < 20 * Self.point }
}
