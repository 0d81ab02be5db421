import Testing

@testable import OfficialDocuments

@Suite struct FiguresTests {
    @Test(arguments: [
        (0, "0"), (1, "01"), (9, "09"), (10, "10"), (999, "999"), (1040, "1.040"), (1_234_567, "1.234.567"),
    ])
    func countsAsPartyDocumentsDo(number: Int, text: String) {
        #expect(Figures.count(number) == text)
    }

    @Test(arguments: [
        (9, 14, "9/14 (64,28\u{A0}%)"), (7, 14, "7/14 (50\u{A0}%)"), (0, 14, "0/14 (0\u{A0}%)"),
        (14, 14, "14/14 (100\u{A0}%)"),
        (1, 1000, "1/1.000 (0,10\u{A0}%)"), (1, 5000, "1/5.000 (0,02\u{A0}%)"), (0, 0, "–"),
    ])
    func sharesAreCutAndNeverRoundedUp(part: Int, whole: Int, text: String) {
        #expect(Figures.share(part, of: whole) == text)
    }

    @Test func digestsAreGrouped() {
        #expect(Figures.hexadecimal([0xA1, 0xB2, 0xC3, 0xD4, 0x05]) == "a1b2c3d4 05")
    }
}
