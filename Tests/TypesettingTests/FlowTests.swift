import Testing
import Typesetting

@Suite struct FlowTests {
    /// The lines of a page, as the words' distinct heights, without the page's number.
    private func lines(_ file: PDFFile, page: Int) throws -> Int {
        Set(try file.words(page: page).map(\.top).filter { $0 > 50 }).count
    }

    @Test(arguments: 38...50)
    func twoLinesStandTogetherAtBothEnds(_ above: Int) throws {
        let filler = (0..<above).map { _ in Samples.line("Dòng", size: 14) }
        let file = try PDFFile(filler + [Samples.body(3)])
        let (first, second) = (try lines(file, page: 1), try file.pageCount() == 2 ? try lines(file, page: 2) : 0)
        #expect(first != above + 1)
        #expect(second != 1)
    }

    @Test(arguments: 38...48)
    func headingStaysWithWhatFollows(_ above: Int) throws {
        let filler = (0..<above).map { _ in Samples.line("Dòng", size: 14) }
        let heading = Block.paragraph(Paragraph([Run("Tiêuđề")], spaceAfter: 6, keepsWithNext: true))
        let file = try PDFFile(filler + [heading, Samples.body(3)])
        let page = try file.text(page: 1).contains("Tiêuđề") ? 1 : 2
        #expect(try file.text(page: page).contains("Căn cứ"))
    }

    @Test func togetherIsNotSplit() throws {
        let filler = (0..<45).map { _ in Samples.line("Dòng") }
        let block = Block.together([Samples.line("Đầu"), .space(5), Samples.line("Giữa"), Samples.line("Cuối")])
        let file = try PDFFile(filler + [block])
        let second = try file.text(page: 2)
        #expect(second.contains("Đầu") && second.contains("Cuối"))
    }

    @Test func togetherThatNoPageHoldsIsSplit() throws {
        let file = try PDFFile([.together((0..<120).map { Samples.line("Dòng\($0)") })])
        #expect(try file.pageCount() == 3)
        #expect(try file.text().contains("Dòng119"))
    }

    @Test func nothingIsLostOnTheWay() throws {
        let file = try PDFFile((0..<300).map { Samples.line("Dòng\($0)") })
        let numbers = try file.text().matches(of: #/Dòng(\d+)/#).compactMap { Int($0.output.1) }
        #expect(numbers == Array(0..<300))
    }

    @Test func pagesAreNumberedFromTheSecond() throws {
        let page = PageSetup(numbering: .fromSecondPage(size: 14))
        let file = try PDFFile([Samples.body(60)], page: page)
        #expect(try file.pageCount() == 3)
        #expect(try !file.words().contains { $0.top < 56 })
        for number in 2...3 {
            let word = try #require(try file.words(page: number).first { $0.top < 50 })
            #expect(word.text == "\(number)")
            #expect(abs((word.left + word.right) / 2 - (85.04 + 552.76) / 2) < 0.1)
            #expect(abs((word.top + word.bottom) / 2 - 10 * 72 / 25.4) < 1)
            #expect(abs(word.bottom - word.top - 14 * 1.107) < 0.05)
        }
    }

    @Test func numberIsNotReadOutWithinTheParagraphThatGoesOn() throws {
        let file = try PDFFile([Samples.body(60)], page: PageSetup(numbering: .fromSecondPage(size: 14)))
        let spoken = try file.run("pdfinfo", "-struct-text", "PDF").output
        #expect(spoken.matches(of: #/  P \(block\)/#).count == 1)
        #expect(spoken.matches(of: #/Span \(inline\)/#).count == 3)
        #expect(!spoken.contains(#/"\d/#))
    }

    @Test func annexLies() throws {
        let lying = PageSetup(size: .a4Landscape)
        let file = try PDFFile([Samples.line("Đứng"), .pageBreak(lying), Samples.line("Nằm", alignment: .trailing)])
        let output = try file.run("pdfinfo", "-f", "1", "-l", "2", "PDF").output
        #expect(output.contains(#/Page +1 size: +595.276 x 841.89/#))
        #expect(output.contains(#/Page +2 size: +841.89 x 595.276/#))
        #expect(abs((try file.words(page: 2).first?.right ?? 0) - (297 - 15) * 72 / 25.4) < 0.05)
    }

    @Test func breaksMakeNoEmptyPages() throws {
        let document = try Samples.typeset([
            .space(5), .pageBreak(nil), .pageBreak(nil), Samples.line("Một"), .space(500), .pageBreak(nil), .space(9),
        ])
        #expect(document.pageCount == 1)
        #expect(try Samples.typeset([]).pageCount == 1)
    }

    @Test func blockTallerThanAPageIsNamed() {
        let error = #expect(throws: TypesettingError.self) {
            try Samples.typeset([.place(name: "x", width: nil, height: 258)])
        }
        #expect(error?.description.contains("258 mm") == true)
        #expect(throws: Never.self) { try Samples.typeset([.place(name: "x", width: nil, height: 257)]) }
    }

    @Test func pageBreakInsideIsRefused() {
        #expect(throws: TypesettingError.self) { try Samples.typeset([.together([.pageBreak(nil)])]) }
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, -1, 0, 1e300])
    func measuresThatMakeNoSenseDoNotCrash(_ measure: Double) {
        let blocks: [Block] = [
            .space(measure), .place(name: "x", width: measure, height: 5),
            .place(name: "y", width: nil, height: measure), .box(Box(side: measure)),
            .framed([Samples.line("x")], Frame(thickness: measure, padding: measure, minimumHeight: measure)),
            .paragraph(Paragraph([Run("x", size: measure)], firstLineIndent: measure, lineSpacing: measure)),
            .rule(Rule(width: .mm(measure), thickness: measure)), .rule(Rule(width: .share(measure))),
            .columns([Column(width: .share(measure), [Samples.line("x")]), Column([])]),
            .columns([Column(width: .mm(measure), [Samples.line("x")])]),
        ]
        for block in blocks {
            do {
                let document = try Samples.typeset([Samples.line("x"), block, Samples.line("x")])
                #expect(document.pageCount >= 1)
            } catch {
                #expect("\(error)".hasPrefix("typesetting: "))
            }
        }
    }

    @Test func marginsThatLeaveNothingAreRefused() {
        let page = PageSetup(margins: Margins(top: 0, bottom: 0, left: 150, right: 60))
        #expect(throws: TypesettingError.self) { try Samples.typeset([Samples.line("Chữ")], page: page) }
    }
}
