import Testing
import Typesetting

@Suite struct TableTests {
    @Test func headerIsRepeatedAndNoRowIsSplit() throws {
        let file = try PDFFile([Samples.line("Phụ lục"), .table(Samples.table(120))])
        let pages = try #require(try file.pageCount())
        #expect(pages >= 5)
        var seen: [Int] = []
        for page in 1...pages {
            let text = try file.text(page: page)
            for header in ["Đầu1", "Đầu2", "Đầu3"] { #expect(text.ranges(of: header).count == 1) }
            let begun = text.matches(of: #/bắt-(\d+)/#).compactMap { Int($0.output.1) }
            let ended = text.matches(of: #/hết-(\d+)/#).compactMap { Int($0.output.1) }
            #expect(begun == ended)
            seen += begun
        }
        #expect(seen == Array(0..<120))
    }

    @Test func repeatedHeaderIsReadOutOnce() throws {
        let file = try PDFFile([.table(Samples.table(120))])
        let spoken = try file.run("pdfinfo", "-struct-text", "PDF").output
        #expect(spoken.matches(of: #/Đầu1/#).count == 1)
        #expect(spoken.matches(of: #/  Table/#).count == 1)
        #expect(spoken.matches(of: #/    TR/#).count == 122)
        #expect(spoken.matches(of: #/      TD/#).count == 240)
        #expect(spoken.matches(of: #/      TH/#).count == 3)
    }

    @Test func headerIsNotLeftAloneAtTheFoot() throws {
        for above in 40...46 {
            let filler = (0..<above).map { _ in Samples.line("Dòng") }
            let file = try PDFFile(filler + [.table(Samples.table(4))])
            let first = try file.text(page: 1)
            #expect(first.contains("Đầu1") == first.contains("bắt-0"))
        }
    }

    @Test func rowTallerThanAPageIsNamed() {
        let text = String(repeating: Samples.sentence, count: 80)
        let table = Table(columns: [TableColumn()], rows: [TableRow([Samples.cell(text)])])
        let error = #expect(throws: TypesettingError.self) { try Samples.typeset([.table(table)]) }
        #expect(error?.description.contains("a table's row") == true)
    }

    @Test(arguments: [
        [Samples.cell("a")], [Samples.cell("a", columns: 3)], [Samples.cell("a", columns: 0), Samples.cell("b")],
        [Samples.cell("a", rows: 2), Samples.cell("b")], [Samples.cell("a", columns: -1)], [],
        [Samples.cell("a"), Samples.cell("b"), Samples.cell("c")],
        [Samples.cell("a", columns: .max), Samples.cell("b")], [Samples.cell("a", rows: .max), Samples.cell("b")],
    ])
    func cellsThatDoNotMakeARowAreRefused(_ cells: [TableCell]) {
        let columns = [TableColumn(), TableColumn()]
        #expect(throws: TypesettingError.self) {
            try Samples.typeset([.table(Table(columns: columns, rows: [TableRow(cells)]))])
        }
        #expect(throws: TypesettingError.self) {
            try Samples.typeset([.table(Table(columns: columns, header: [TableRow(cells)], rows: []))])
        }
    }

    @Test func spannedHeaderCellsStandInTheMiddle() throws {
        let words = try PDFFile([.table(Samples.table(1))]).words()
        let tops = Dictionary(words.map { ($0.text, $0.top) }, uniquingKeysWith: { one, _ in one })
        let middle = ((tops["Đầu2"] ?? 0) + (tops["Đầu3"] ?? 0)) / 2
        #expect(abs((tops["Đầu1"] ?? 0) - middle) < 0.1)
    }

    @Test func minimumHeightAndVerticalAlignment() throws {
        func top(_ alignment: VerticalAlignment) throws -> Double {
            let cell = TableCell([Run("Chữ", size: 12)], verticalAlignment: alignment)
            let table = Table(
                columns: [TableColumn()], rows: [TableRow([cell], minimumHeight: 30)],
                padding: CellPadding(horizontal: 0, vertical: 0))
            return try PDFFile([.table(table)]).words().first?.top ?? 0
        }
        let spare = 30 * 72 / 25.4 - 12 * 1.107
        #expect(abs(try top(.middle) - top(.top) - spare / 2) < 0.1)
        #expect(abs(try top(.bottom) - top(.top) - spare) < 0.1)
    }

    @Test func tableWithoutRowsPrintsItsHeader() throws {
        var table = Samples.table(0)
        #expect(try PDFFile([.table(table)]).text().contains("Đầu1"))
        table.header = []
        #expect(try Samples.typeset([.table(table)]).pageCount == 1)
    }

    @Test func cellsHoldBlocks() throws {
        let inside = Table(columns: [TableColumn()], rows: [TableRow([Samples.cell("trong")])])
        let cell = TableCell(.blocks([.box(Box()), Samples.line("dưới"), .table(inside)]))
        let file = try PDFFile([.table(Table(columns: [TableColumn()], rows: [TableRow([cell])]))])
        #expect(try file.text().contains("dưới"))
        #expect(try file.text().contains("trong"))
        #expect(try file.run("qpdf", "--check", "PDF").status == 0)
    }
}
