import Testing
import Typesetting

@testable import OfficialDocuments

/// A decision measured against the table of 36-HD/VPTW, by what poppler reads back.
@Suite struct DecisionLayoutTests {
    private static let point = 72 / 25.4
    private let pages: PrintedPages

    init() throws { pages = try Printing.pages(FormFixtures.decision()) }

    /// In mm.
    private func expect(
        _ words: String, size: Double, bold: Bool = false, italic: Bool = false, middle: Double? = nil,
        left: Double? = nil, _ location: SourceLocation = #_sourceLocation
    ) throws {
        let text = try #require(pages.text(words), "\(words) is not printed", sourceLocation: location)
        #expect(text.size == size, sourceLocation: location)
        #expect(text.isBold == bold && text.isItalic == italic, sourceLocation: location)
        if let middle { #expect(abs(text.middle - middle * Self.point) < 2, sourceLocation: location) }
        if let left { #expect(abs(text.left - left * Self.point) < 2, sourceLocation: location) }
    }

    @Test func theHead() throws {
        try expect("ĐẢNG BỘ TỈNH LAI CHÂU", size: 14, middle: 68.5)
        try expect("ĐẢNG ỦY XÃ BUM TỞ", size: 14, bold: true, middle: 68.5)
        try expect("Số 12-QĐ/ĐU", size: 14, middle: 68.5)
        try expect("ĐẢNG CỘNG SẢN VIỆT NAM", size: 15, bold: true, middle: 151)
        try expect("Bum Tở, ngày 20 tháng 12 năm 2026", size: 14, italic: true, middle: 151)
    }

    @Test func numberAndDateStandOnOneLine() throws {
        let (number, date) = try (#require(pages.text("Số 12-QĐ/ĐU")), #require(pages.text("Bum Tở, ngày")))
        #expect(abs(number.top - date.top) < 1.5)
        let star = try #require(pages.text("*"))
        #expect(star.top < number.top && abs(star.middle - number.middle) < 2)
    }

    @Test func theTitle() throws {
        try expect("QUYẾT ĐỊNH", size: 16, bold: true, middle: 112.5)
        try expect("công nhận “chi bộ bốn tốt” năm\u{A0}2026", size: 14, bold: true, middle: 112.5)
        try expect("-----", size: 14, middle: 112.5)
    }

    @Test func theBody() throws {
        try expect("- Căn cứ Điều lệ Đảng", size: 14, left: 40)
        try expect("Điều 1.", size: 14, bold: true, left: 40)
        try expect("Điều 2.", size: 14, bold: true, left: 40)
        try expect("Điều 3.", size: 14, bold: true, left: 40)
        try expect("Công nhận Chi bộ bản Nậm Xẻ số 1 đạt", size: 14)
    }

    @Test func theBodyIsJustified() throws {
        let body = pages.texts.filter { $0.size == 14 && !$0.isBold && $0.width > 120 * Self.point }
        #expect(body.count > 5)
        let full = body.filter { $0.right > 190 * Self.point }
        #expect(full.count > 3)
        for line in full { #expect(abs(line.right - 195 * Self.point) < 2) }
    }

    @Test func theClosing() throws {
        try expect("T/M ĐẢNG ỦY", size: 14, bold: true, middle: 162.5)
        try expect("BÍ THƯ", size: 14, middle: 162.5)
        try expect("Lò Văn Phúc", size: 14, bold: true, middle: 162.5)
        try expect("Nơi nhận:", size: 14, left: 30)
        try expect("- Như Điều 3,", size: 12, left: 30)
    }

    @Test func theMarksHaveTheirPlaces() throws {
        let document = try Printing.document(FormFixtures.decision())
        let (signature, seal) = try (#require(document.places["signature"]), #require(document.places["seal"]))
        #expect(abs(signature.width - 65 * Self.point) < 1 && abs(signature.height - 22 * Self.point) < 1)
        #expect(seal.x + seal.width <= signature.x + 0.5)
        #expect(signature.x + signature.width <= 195 * Self.point + 0.5)
        let position = try #require(pages.text("BÍ THƯ"))
        let name = try #require(pages.text("Lò Văn Phúc"))
        let height = 297 * Self.point
        #expect(height - (signature.y + signature.height) > position.top)
        #expect(height - signature.y <= name.top + 3)
    }

    @Test func aDecisionOnOneUnitIsOnePage() { #expect(pages.pageCount == 1) }

    @Test func theFontsAreEmbeddedSubsets() {
        let fonts = pages.fonts.split(separator: "\n").dropFirst(2)
        #expect(fonts.count >= 3)
        for font in fonts {
            #expect(font.contains("LiberationSerif") || font.contains("Liberation Serif"))
            #expect(font.contains(/yes\s+yes\s+yes/))
        }
    }

    @Test func theInformationIsThere() {
        #expect(pages.information.contains("Quyết định số 12-QĐ/ĐU công nhận “chi bộ bốn tốt” năm 2026"))
        #expect(pages.information.contains("Đảng ủy xã Bum Tở"))
        #expect(pages.information.contains(/Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)/))
    }
}
