import Foundation
import TestSupport
import Testing
import Typesetting

@Suite struct TextTests {
    private func read(_ blocks: [Block]) throws -> String {
        try PDFFile(blocks).text().replacing(#/\s+/#, with: " ").trimmingCharacters(in: .whitespaces)
    }

    @Test(arguments: [
        "Quyết định công nhận chi bộ đạt bốn tiêu chí", "ẮẰẲẴẶ ắằẳẵặ ẾỀỂỄỆ ếềểễệ ỐỒỔỖỘ ốồổỗộ ỚỜỞỠỢ ớờởỡợ ỨỪỬỮỰ ứừửữự",
        "Kỳ Kỵ Kỷ Kỹ MỲ MỴ MỶ MỸ Ăn Ân Đên Êm Ông Ơn Ưng", "T/M ĐẢNG ỦY; Số 12-QĐ/ĐU – “trích” 100% (a)",
    ])
    func vietnameseComesBack(_ text: String) throws { #expect(try read([Samples.line(text)]) == text) }

    @Test func decomposedTextIsComposed() throws {
        let text = "Quyết định của Đảng ủy xã".decomposedStringWithCanonicalMapping
        let back = try read([Samples.line(text)])
        #expect(Array(back.utf8) == Array(text.precomposedStringWithCanonicalMapping.utf8))
    }

    @Test func justifiedLinesKeepTheirWordsAndSpaces() throws {
        let back = try read([Samples.body(8)])
        #expect(back + " " == String(repeating: Samples.sentence, count: 8))
    }

    @Test func runsJoinWithoutASpace() throws {
        let runs = [Run("Điều 1", bold: true), Run(". Công"), Run(" nhận", italic: true)]
        #expect(try read([.paragraph(Paragraph(runs))]) == "Điều 1. Công nhận")
    }

    @Test func controlCharactersAndMarkupAreNotObeyed() throws {
        let text = "a\u{0}b\u{7}c\u{1B}[31m <b>đậm</b> &amp; \u{202E}cba\u{202C} \u{FEFF}x\ty\u{85}z"
        #expect(try read([Samples.line(text)]) == "abc[31m <b>đậm</b> &amp; cba x yz")
    }

    @Test func lineFeedBreaksTheLineAndNothingIsSpread() throws {
        let file = try PDFFile([
            .paragraph(
                Paragraph([Run("một hai\nba bốn"), Run("\nnăm")], alignment: .justified, firstLineIndent: 10))
        ])
        let words = try file.words()
        #expect(words.map(\.text) == ["một", "hai", "ba", "bốn", "năm"])
        #expect(words[1].right < 160)
        #expect(abs(words[2].left - 85.04) < 0.1 && abs(words[4].left - 85.04) < 0.1)
        #expect(words[0].top < words[2].top && words[2].top < words[4].top)
    }

    @Test(arguments: [
        String(repeating: "Nguyễnthịngọcánh", count: 19), String(repeating: "👩‍👩‍👧", count: 60),
        String(repeating: "محمد", count: 80), String(repeating: "אברהם ", count: 60),
        "Z" + String(repeating: "\u{301}\u{323}", count: 150), String(repeating: "\u{200D}\u{FE0F}", count: 150),
        String(repeating: "\u{10FFFD}", count: 300), String(repeating: "W", count: 300), "\n\n\n", "", " ",
    ])
    func hostileNamesStayWithinTheirColumn(_ name: String) throws {
        let table = Table(
            columns: [TableColumn(width: .mm(50)), TableColumn()],
            rows: [TableRow([Samples.cell(name), Samples.cell("cạnh")])])
        let file = try PDFFile([.table(table), Samples.line(name)])
        #expect(try file.run("qpdf", "--check", "PDF").status == 0)
        let neighbour = try #require(try file.words().first { $0.text == "cạnh" })
        #expect(abs(neighbour.left - (85.04 + 141.73 + 4.25)) < 0.1)
        for word in try file.words() { #expect(word.right < 552.76 + 0.5) }
    }

    @Test func longNameIsBrokenWithoutHyphens() throws {
        let name = String(repeating: "Nguyễnthịngọcánh", count: 19)
        #expect(try PDFFile([Samples.line(name)]).text().filter { !$0.isWhitespace } == name)
    }

    @Test func characterThatNoFontHasIsABox() throws {
        #expect(try read([Samples.line("trước \u{10FFFD} sau")]) == "trước □ sau")
    }

    @Test func twoThousandHostileStringsNeverFail() throws {
        var random = SeededRandom(3)
        let ranges: [ClosedRange<UInt32>] = [
            0...0x2FF, 0x300...0x36F, 0x590...0x8FF, 0x1E00...0x206F, 0x1F000...0x1FAFF,
        ]
        let blocks = (0..<2000).map { _ in
            let scalars = (0..<20).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: ranges.randomElement(using: &random) ?? 0...0, using: &random))
            }
            return Samples.line(String(String.UnicodeScalarView(scalars)))
        }
        let document = try Samples.typeset(blocks)
        #expect(try PDFFile(document.pdf).run("qpdf", "--check", "PDF").status == 0)
    }
}
