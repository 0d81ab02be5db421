import Testing
import Typesetting

/// Where things come to stand, in points, read back by pdftotext.
@Suite struct MeasureTests {
    private let left = 30 * 72 / 25.4
    private let right = (210 - 15) * 72 / 25.4

    private func word(_ text: String, in blocks: [Block]) throws -> Word {
        try #require(try PDFFile(blocks).words().first { $0.text == text })
    }

    @Test func pageIsA4() throws {
        let info = try PDFFile([Block]()).run("pdfinfo", "PDF").output
        #expect(info.contains("595.276 x 841.89 pts (A4)"))
    }

    @Test func alignmentsKeepTheMargins() throws {
        let leading = try word("Chữ", in: [Samples.line("Chữ")])
        let trailing = try word("Chữ", in: [Samples.line("Chữ", alignment: .trailing)])
        let centre = try word("Chữ", in: [Samples.line("Chữ", alignment: .centre)])
        #expect(abs(leading.left - left) < 0.05)
        #expect(abs(trailing.right - right) < 0.05)
        #expect(abs((centre.left + centre.right) / 2 - (left + right) / 2) < 0.05)
        #expect(abs(leading.top - 20 * 72 / 25.4) < 0.5)
    }

    /// Liberation Serif's ascent and descent are 0.891 and 0.216 of the size.
    @Test(arguments: [10.0, 12, 14, 15, 16])
    func sizesAreThoseAskedFor(_ size: Double) throws {
        let word = try word("Chữ", in: [Samples.line("Chữ", size: size)])
        #expect(abs(word.bottom - word.top - size * 1.107) < 0.05)
    }

    @Test func justifiedBodyReachesBothMarginsAndIsIndented() throws {
        let words = try PDFFile([Samples.body(5)]).words()
        let tops = Set(words.map(\.top)).sorted()
        #expect(tops.count > 4)
        for top in tops {
            let line = words.filter { $0.top == top }
            let indent = top == tops.first ? 10 * 72 / 25.4 : 0
            #expect(abs((line.map(\.left).min() ?? 0) - left - indent) < 0.05)
            // Cairo writes the fonts' widths as whole thousandths: up to half a point is lost on the way.
            if top != tops.last { #expect(abs((line.map(\.right).max() ?? 0) - right) < 0.5) }
        }
    }

    @Test func linesAreEvenlySpaced() throws {
        for spacing in [1.0, 1.5] {
            let words = try PDFFile([
                .paragraph(Paragraph([Run(String(repeating: Samples.sentence, count: 4))], lineSpacing: spacing))
            ]).words()
            let tops = Set(words.map(\.top)).sorted()
            // The ascent and descent together are 1.107 of the size.
            for (one, next) in zip(tops, tops.dropFirst()) { #expect(abs(next - one - 14 * 1.107 * spacing) < 0.05) }
        }
    }

    @Test func spacesAreExact() throws {
        let blocks: [Block] = [
            Samples.line("Trên"), .space(10), .paragraph(Paragraph([Run("Dưới")], spaceBefore: 7)),
        ]
        let difference = try word("Dưới", in: blocks).top - word("Trên", in: blocks).top
        #expect(abs(difference - (14 * 1.107 + 10 * 72 / 25.4 + 7)) < 0.1)
    }

    @Test func columnsShareTheWidth() throws {
        let blocks: [Block] = [
            .columns([
                Column(width: .mm(20), [Samples.line("A")]), Column(width: .share(1), [Samples.line("B")]),
                Column(width: .share(3), [Samples.line("C"), Samples.line("C2")]),
            ]), Samples.line("D"),
        ]
        let words = try PDFFile(blocks).words()
        let lefts = [85.04, 85.04 + 56.69, 85.04 + 56.69 + (467.72 - 56.69) / 4]
        for (text, expected) in zip(["A", "B", "C"], lefts) {
            #expect(abs((words.first { $0.text == text }?.left ?? 0) - expected) < 0.05)
        }
        let (c2, d) = (words.first { $0.text == "C2" }, words.first { $0.text == "D" })
        #expect((d?.top ?? 0) > (c2?.top ?? 0) + 10)
    }

    @Test func columnsThatDoNotFitAreRefused() {
        #expect(throws: TypesettingError.self) {
            try Samples.typeset([.columns([Column(width: .mm(200), [])])])
        }
        #expect(throws: TypesettingError.self) {
            try Samples.typeset([.columns([Column(width: .mm(165), []), Column(width: .share(1), [])])])
        }
        #expect(throws: TypesettingError.self) { try Samples.typeset([.columns([])]) }
    }

    @Test func placesAreWhereTheyAreKept() throws {
        let document = try Samples.typeset([
            .pageBreak(nil), Samples.line("Một"), .pageBreak(nil),
            .columns([Column([]), Column([.space(5), .place(name: "mark", width: 40, height: 20)])]),
        ])
        let place = try #require(document.places["mark"])
        #expect(document.pageCount == 2 && place.page == 1)
        #expect(abs(place.x - (left + (right - left) / 2)) < 0.01)
        #expect(abs(place.y - (297 - 20 - 5 - 20) * 72 / 25.4) < 0.01)
        #expect(abs(place.width - 40 * 72 / 25.4) < 0.01 && abs(place.height - 20 * 72 / 25.4) < 0.01)
    }

    @Test func placeNamedTwiceIsRefused() {
        let place = Block.place(name: "mark", width: nil, height: 5)
        #expect(throws: TypesettingError.repeatedPlace("mark")) { try Samples.typeset([place, place]) }
    }
}
