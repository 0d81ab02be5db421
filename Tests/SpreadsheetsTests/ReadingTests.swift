import Foundation
import TestSupport
import Testing

@testable import Spreadsheets

@Suite struct ReadingTests {
    private let shop: Workshop

    init() throws { shop = try Workshop() }

    private func peer(_ words: String...) throws -> String {
        try shop([TestFiles.path(".build/pyhanko/bin/python"), TestFiles.path("Tests/Peers/sheet_peer.py")] + words)
    }

    @Test func readsWhatOpenpyxlWrites() throws {
        _ = try peer("xlsx", "a.xlsx")
        let sheet = try Spreadsheet(reading: shop.read("a.xlsx"), limits: HandMade.limits)
        #expect(sheet.name == "Chi bộ")
        #expect(sheet.sheetNames == ["Chi bộ", "Hai"])
        #expect(sheet.ignored.isEmpty)
        #expect(
            sheet.rows == [
                .init(line: 1, cells: ["mã", "tên", "tỷ lệ", "ngày", "giờ", "đạt", "tính"]),
                .init(line: 2, cells: ["007", "Chi bộ Bản Hon", "87.5%", "2026-01-31", "08:30", "1", "12"]),
                .init(
                    line: 4,
                    cells: ["007", " hai dòng\nmột ô ", "0.3", "2026-01-31 08:30", "", "0", "-1234567.50"]),
            ])
        let second = try Spreadsheet(reading: shop.read("a.xlsx"), sheet: "HAI", limits: HandMade.limits)
        #expect(second.rows == [.init(line: 3, cells: ["", "ở ô B3"])])
        #expect(HandMade.fault(try shop.read("a.xlsx"), sheet: "Ẩn")?.reason == .noSuchSheet)
    }

    @Test func readsWhatOdfpyWrites() throws {
        _ = try peer("ods", "a.ods")
        let sheet = try Spreadsheet(reading: shop.read("a.ods"), limits: HandMade.limits)
        #expect(sheet.sheetNames == ["Chi bộ", "Hai"])
        #expect(
            sheet.rows == [
                .init(line: 1, cells: ["mã", "tên", "tỷ lệ", "ngày", "đạt", "số"]),
                .init(line: 2, cells: ["007", "Chi bộ Bản Hon", "87.5%", "2026-01-31", "1", "1234567.50"]),
                .init(line: 3, cells: ["007", "b", "b", "2026-01-31 08:30", "0.33", "5000"]),
            ])
        #expect(HandMade.fault(try shop.read("a.ods"), sheet: "Ba")?.reason == .noSuchSheet)
    }

    @Test func readsWhatItWrites() throws {
        let draft = SheetDraft(
            "Tổ chức", columns: [.init("mã"), .init("loại hình", choices: ["chi bộ", "đảng bộ"]), .init("ngày")],
            rows: [
                [.text("007"), .text("=1+1"), .date(2026, 1, 31)], [.empty, .number(0.5), .text("chữ “Ă”, <&>")],
            ])
        let file = try SpreadsheetFile.bytes([draft])
        #expect(
            try HandMade.rows(file) == [
                ["mã", "loại hình", "ngày"], ["007", "=1+1", "2026-01-31"], ["", "0.5", "chữ “Ă”, <&>"],
            ])
        try shop.write(file, to: "b.xlsx")
        let sheets = try JSONSerialization.jsonObject(with: Data(peer("read", "b.xlsx").utf8)) as? [[String: Any]]
        let first = try #require(sheets?.first)
        #expect((first["types"] as? [String: String])?["A2"] == "s")
        #expect((first["types"] as? [String: String])?["B2"] == "s", "a text is no formula, whatever it begins with")
        #expect((first["cells"] as? [String: Any])?["C2"] as? String == "2026-01-31T00:00:00")
        #expect((first["rules"] as? [[String]])?.first == ["B2:B5001", "'Danh mục'!$A$1:$A$2"])
        #expect(sheets?.last?["state"] as? String == "hidden")
    }

    @Test func namesOfSheetsThatCannotBeAreRefused() throws {
        for name in [String(repeating: "a", count: 32), "a/b"] {
            #expect(throws: SpreadsheetWritingFault.self) { try SpreadsheetFile.bytes([SheetDraft(name, columns: [])]) }
        }
        #expect(throws: Never.self) {
            try SpreadsheetFile.bytes([SheetDraft(String(repeating: "ă", count: 31), columns: [])])
        }
    }

    @Test func readsTextsInRunsWithoutTheirPronunciation() throws {
        let strings = """
            <si><r><t>Chi </t></r><r><t xml:space="preserve">bộ </t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>\
            <si><t>a_x000A_b_x005F_x000A_ _x12</t></si>
            """
        let data = """
            <row r="2"><c r="B2" t="s"><v>0</v></c><c r="D2" t="s"><v>1</v></c></row>\
            <row r="5"><c t="inlineStr"><is><t>trong ô</t></is></c><c t="str"><f>A1</f><v>tính</v></c></row>
            """
        #expect(
            try HandMade.rows(HandMade.workbook(data, strings: strings)) == [
                ["", "Chi bộ ", "", "a\nb_x000A_ _x12"], ["trong ô", "tính"],
            ])
    }

    @Test func saysWhatItPassesOver() throws {
        let relation = """
            <Relationship Id="m" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="v.bin"/>\
            <Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" Target="e.xml"/>
            """
        let file = try HandMade.workbook(
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", more: [("xl/v.bin", "x")], moreRelations: relation)
        #expect(try Spreadsheet(reading: file, limits: HandMade.limits).ignored == [.macros, .externalLinks])
        let open = try HandMade.openDocument("<table:table table:name=\"a\"/>", more: [("Basic/a.xml", "<a/>")])
        #expect(try Spreadsheet(reading: open, limits: HandMade.limits).ignored == [.macros])
    }

    @Test func commentsAndChangesAreNoCells() throws {
        let content = """
            <table:tracked-changes><table:table-cell><text:p>cũ</text:p></table:table-cell></table:tracked-changes>\
            <table:table table:name="a"><table:table-row><table:table-cell>\
            <office:annotation><text:p>ghi chú</text:p></office:annotation>\
            <text:p>một<text:s text:c="2"/>hai</text:p><text:p><text:span>ba</text:span></text:p>\
            </table:table-cell></table:table-row></table:table>
            """
        #expect(try HandMade.rows(HandMade.openDocument(content)) == [["một  hai\nba"]])
    }

    @Test func datesOf1904() throws {
        let file = try HandMade.workbook(
            "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44591</v></c></row>", formats: ["dd/mm/yyyy"],
            properties: "<workbookPr date1904=\"1\"/>")
        #expect(try HandMade.rows(file) == [["2026-01-31"]])
    }
}
