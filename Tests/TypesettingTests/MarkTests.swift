import Testing
import Typesetting

@Suite struct MarkTests {
    private let lines = [
        Paragraph([Run("Ký bởi: GIÀNG A PÁO", bold: true)]), Paragraph([Run("Cơ quan: Đảng ủy xã Khun Há")]),
        Paragraph([Run("Thời gian ký: 05.01.2026 08:00:00 +07:00")]),
    ]

    private func mark(_ lines: [Paragraph], width: Double = 70, height: Double = 22) throws -> PDFFile {
        try PDFFile(
            Samples.typesetter.get().mark(lines, width: width, height: height, border: MarkBorder(red: 0.8)))
    }

    @Test func isAsLargeAsTheRectangleAndUntagged() throws {
        let file = try mark(lines)
        let info = try file.run("pdfinfo", "PDF").output
        #expect(info.contains(#/Pages: +1\n/#) && info.contains(#/Tagged: +no/#))
        #expect(info.contains(#/Page size: +198.425 x 62.3622 pts/#))
        #expect(try file.run("qpdf", "--check", "PDF").status == 0)
        #expect(try file.text().contains("Cơ quan: Đảng ủy xã Khun Há"))
    }

    @Test(arguments: [(70.0, 22.0), (30, 10), (20, 60), (200, 100)])
    func textStaysInside(_ width: Double, _ height: Double) throws {
        let words = try mark(lines, width: width, height: height).words()
        #expect(words.count > 8)
        for word in words {
            #expect(word.left >= 0 && word.top >= 0)
            #expect(word.right <= width * 72 / 25.4 && word.bottom <= height * 72 / 25.4)
        }
    }

    @Test func longNamesShrink() throws {
        let name = String(repeating: "Nguyễnthịngọcánh ", count: 18)
        let file = try mark([Paragraph([Run(name)])])
        #expect(try file.text().filter { !$0.isWhitespace } == name.filter { !$0.isWhitespace })
    }

    @Test func textThatCannotFitIsNamed() {
        let text = String(repeating: Samples.sentence, count: 200)
        #expect(throws: TypesettingError.self) { try mark([Paragraph([Run(text)])]) }
        #expect(throws: TypesettingError.self) { try mark(lines, width: 1) }
    }

    @Test func sameInputSameBytes() throws {
        let typesetter = try Samples.typesetter.get()
        #expect(
            try typesetter.mark(lines, width: 70, height: 22) == typesetter.mark(lines, width: 70, height: 22))
    }
}
