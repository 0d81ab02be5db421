import Testing
import Typesetting

@Suite struct PrintingTests {
    private var blocks: [Block] {
        [
            .paragraph(Paragraph([Run("QUYẾT ĐỊNH", bold: true)], role: .heading(level: 1), ruleBelow: .fraction(0.3))),
            Samples.body(40), .rule(Rule(width: .share(0.4))), .table(Samples.table(20)),
            .framed([Samples.line("Thẻ"), .qr(QRCode(text: "x", side: 20))], Frame(style: .dashed)),
            .paragraph(Paragraph([Run("-----")], role: .artifact)), .box(Box()),
        ]
    }

    @Test func qpdfFindsNothingWrong() throws {
        let result = try PDFFile(blocks).run("qpdf", "--check", "PDF")
        #expect(result.status == 0)
        #expect(result.output.contains("No syntax or stream encoding errors found"))
    }

    @Test func metadataAndTags() throws {
        let file = try PDFFile(blocks)
        let info = try file.run("pdfinfo", "-isodates", "PDF").output
        #expect(info.contains(#/Title: +Quyết định/#))
        #expect(info.contains(#/Author: +Đảng ủy/#))
        #expect(info.contains(#/CreationDate: +2026-01-05T00:00:00Z/#))
        #expect(info.contains(#/Tagged: +yes/#))
        let spoken = try file.run("pdfinfo", "-struct-text", "PDF").output
        #expect(spoken.hasPrefix("Document\n  H1 (block)\n    \"QUYẾT ĐỊNH\""))
        #expect(!spoken.contains("-----"))
    }

    @Test func sameInputSameBytes() throws {
        let (one, other) = (try Samples.typeset(blocks), try Samples.typeset(blocks))
        #expect(one == other)
        let fresh = try Typesetter().typeset(Samples.document(blocks))
        #expect(one == fresh)
    }

    @Test func eightThreadsAtOnce() async throws {
        let (typesetter, document) = (try Typesetter(), Samples.document(blocks))
        let expected = try typesetter.typeset(document)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask { @concurrent in
                    for _ in 0..<10 where try typesetter.typeset(document) != expected { return false }
                    return true
                }
            }
            for try await agrees in group { #expect(agrees) }
        }
    }

    @Test func typesetterOutlivesAFailure() throws {
        let typesetter = try Typesetter()
        #expect(throws: TypesettingError.self) {
            try typesetter.typeset(Samples.document([Samples.line("x"), .columns([])]))
        }
        #expect(try typesetter.typeset(Samples.document(blocks)) == Samples.typeset(blocks))
    }

    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"), (4_107_542_399, "2100-02-28T23:59:59Z"),
            (1_735_689_599, "2024-12-31T23:59:59Z"),
        ] as [(Int64, String)])
    func dates(_ seconds: Int64, _ expected: String) throws {
        var document = Samples.document([])
        document.created = seconds
        let file = try PDFFile(Samples.typesetter.get().typeset(document).pdf)
        #expect(try file.run("pdfinfo", "-isodates", "PDF").output.contains(expected))
    }

    @Test(arguments: [Int64.min, -1, .max]) func impossibleDatesAreNoFault(_ seconds: Int64) throws {
        var document = Samples.document([])
        document.created = seconds
        #expect(try Samples.typesetter.get().typeset(document).pageCount == 1)
    }

    @Test func ruleIsAsLongAsTheText() throws {
        let heading = Paragraph([Run("ĐẢNG CỘNG SẢN", size: 15)], alignment: .centre, ruleBelow: .asLongAsText)
        let file = try PDFFile([.paragraph(heading)])
        let words = try file.words()
        let content = try file.run("qpdf", "--qdf", "--object-streams=disable", "PDF", "-").output
        let number = #"([\d.]+)"#
        let line = try Regex<(Substring, Substring, Substring, Substring, Substring)>(
            "\(number) \(number) m \(number) \(number) l S")
        let match = try #require(content.firstMatch(of: line))
        #expect(abs((Double(match.output.1) ?? 0) - (words.first?.left ?? 0)) < 0.1)
        #expect(abs((Double(match.output.3) ?? 0) - (words.last?.right ?? 0)) < 0.1)
    }
}
