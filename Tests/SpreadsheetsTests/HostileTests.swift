import TestSupport
import Testing

@testable import Spreadsheets

/// Files that somebody made to do harm, or that a program left half written.
@Suite struct HostileTests {
    private static let cell = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c></row>"

    @Test(arguments: [
        "<!DOCTYPE worksheet [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
        "<!DOCTYPE worksheet SYSTEM \"http://127.0.0.1:1/a.dtd\">",
        "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "<!DOCTYPE worksheet>",
    ])
    func documentTypesAreRefused(prolog: String) throws {
        #expect(HandMade.fault(try HandMade.workbook(Self.cell, prolog: prolog))?.reason == .forbiddenXML)
        let table = "<table:table table:name=\"a\"/>"
        #expect(HandMade.fault(try HandMade.openDocument(table, prolog: prolog))?.reason == .forbiddenXML)
    }

    @Test func aDeclarationIsNoDocumentType() throws {
        let prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<!-- a -->"
        #expect(try HandMade.rows(HandMade.workbook(Self.cell, prolog: prolog)) == [["a"]])
    }

    @Test func whatUnpacksToMoreThanTheBudgetIsRefused() throws {
        var limits = HandMade.limits
        limits.unpacked = 1 << 20
        let spaces = String(repeating: " ", count: 900 << 10)
        #expect(HandMade.fault(try HandMade.workbook(Self.cell + spaces), limits: limits) == nil)
        #expect(HandMade.fault(try HandMade.workbook(Self.cell + spaces + spaces), limits: limits)?.reason == .tooLarge)
        // Of all parts together.
        let two = try HandMade.workbook(Self.cell + spaces, strings: spaces)
        #expect(HandMade.fault(two, limits: limits)?.reason == .tooLarge)
    }

    @Test func rowsAndColumnsHaveLimits() throws {
        let rows = (1...101).map { "<row r=\"\($0)\"><c><v>1</v></c></row>" }
        #expect(HandMade.fault(try HandMade.workbook(rows.dropLast().joined())) == nil)
        let fault = HandMade.fault(try HandMade.workbook(rows.joined()))
        #expect(fault?.reason == .tooLarge)
        #expect(fault?.cell == "A101")
        let place = HandMade.fault(try HandMade.workbook("<row r=\"1\"><c r=\"U1\"><v>1</v></c></row>"))
        #expect(place?.reason == .tooLarge)
        #expect(HandMade.fault(try HandMade.workbook("<row r=\"1\"><c r=\"T1\"><v>1</v></c></row>")) == nil)
    }

    @Test func repeatedCellsAreCountedBeforeTheyAreMade() throws {
        func table(_ row: String, _ cell: String, _ text: String) throws -> [UInt8] {
            try HandMade.openDocument(
                """
                <table:table table:name="a"><table:table-row table:number-rows-repeated="\(row)">\
                <table:table-cell table:number-columns-repeated="\(cell)">\(text)</table:table-cell>\
                </table:table-row></table:table>
                """)
        }
        #expect(try HandMade.rows(table("2", "3", "<text:p>a</text:p>")) == [["a", "a", "a"], ["a", "a", "a"]])
        #expect(try HandMade.rows(table("1048576", "16384", "")) == [])
        #expect(HandMade.fault(try table("1048576", "1", "<text:p>a</text:p>"))?.reason == .tooLarge)
        #expect(HandMade.fault(try table("1", "16384", "<text:p>a</text:p>"))?.reason == .tooLarge)
        for count in ["0", "-1", "99999999999999999999", "a"] {
            #expect(HandMade.fault(try table(count, "1", "<text:p>a</text:p>"))?.reason == .damaged)
        }
    }

    @Test func aSharedTextManyTimesIsCountedEachTime() throws {
        var limits = SpreadsheetLimits(rows: 10_000, columns: 20)
        limits.text = 1 << 20
        let strings = "<si><t>\(String(repeating: "a", count: 10_000))</t></si>"
        let rows = (1...2_000).map { "<row r=\"\($0)\"><c t=\"s\"><v>0</v></c></row>" }
        let file = try HandMade.workbook(rows.joined(), strings: strings)
        #expect(HandMade.fault(file, limits: limits)?.reason == .tooLarge)
    }

    @Test(arguments: [
        ("<row r=\"2\"/><row r=\"1\"/>", SpreadsheetFault.Reason.damaged), ("<row r=\"0\"/>", .damaged),
        ("<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>", .damaged), ("<row r=\"1\"><c r=\"$A$1\"/></row>", .damaged),
        ("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>", .damaged),
        ("<row r=\"1\"><c t=\"s\"><v>0</v></c></row>", .damaged),
        ("<row r=\"1\"><c t=\"s\"><v>-1</v></c></row>", .damaged),
        ("<row r=\"1\"><c><v>x</v></c></row>", .damaged), ("<row r=\"1\"><c>", .damaged),
        ("<row r=\"1\"><c t=\"e\"><v>#REF!</v></c></row>", .errorValue),
        ("<row r=\"1\"><c><f>1+1</f></c></row>", .notComputed),
        ("<row r=\"1\"><c><f>1+1</f><v/></c></row>", .notComputed),
    ])
    func whatIsWrongIsSaidWithItsPlace(data: String, reason: SpreadsheetFault.Reason) throws {
        let fault = try #require(HandMade.fault(try HandMade.workbook(data)))
        #expect(fault.reason == reason)
        #expect(fault.sheet == "Một" || fault.part != nil)
    }

    @Test func errorsAndFormulasOfOpenDocuments() throws {
        func cell(_ attributes: String, _ shown: String) throws -> SpreadsheetFault.Reason? {
            HandMade.fault(
                try HandMade.openDocument(
                    """
                    <table:table table:name="a"><table:table-row><table:table-cell \(attributes)>\
                    \(shown)</table:table-cell></table:table-row></table:table>
                    """))?.reason
        }
        #expect(
            try cell("table:formula=\"of:=1/0\" office:value-type=\"string\"", "<text:p>#DIV/0!</text:p>")
                == .errorValue)
        #expect(try cell("table:formula=\"of:=1\"", "") == .notComputed)
        #expect(
            try cell("table:formula=\"of:=1\" office:value-type=\"float\" office:value=\"1\"", "<text:p>1</text:p>")
                == nil)
        #expect(try cell("office:value-type=\"string\"", "<text:p>#1 về đích</text:p>") == nil)
    }

    @Test func whatIsNoneOfBothIsNamed() throws {
        let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
        #expect(HandMade.fault(compound)?.reason == .oldOrProtected)
        #expect(HandMade.fault(Array("mã,tên\n".utf8))?.reason == .notASpreadsheet)
        #expect(HandMade.fault([])?.reason == .notASpreadsheet)
        #expect(HandMade.fault(try HandMade.archive([("word/document.xml", "<a/>")]))?.reason == .notASpreadsheet)
        #expect(HandMade.fault(try HandMade.archive([("[Content_Types].xml", "<a/>")]))?.reason == .notASpreadsheet)
        let text = [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<a/>")]
        #expect(HandMade.fault(try HandMade.archive(text))?.reason == .notASpreadsheet)
        let manifest = "<m:manifest xmlns:m=\"m\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
        let secret = try HandMade.openDocument("", more: [("META-INF/manifest.xml", manifest)])
        #expect(HandMade.fault(secret)?.reason == .protected)
        #expect(!Spreadsheet.looksLikeOne(Array("PK là chữ đầu".utf8)))
        #expect(Spreadsheet.looksLikeOne(compound) && Spreadsheet.looksLikeOne(secret))
    }

    @Test func depthHasALimit() throws {
        let deep = String(repeating: "<a>", count: 200) + String(repeating: "</a>", count: 200)
        #expect(HandMade.fault(try HandMade.workbook(Self.cell + deep))?.reason == .damaged)
        let flat = String(repeating: "<a></a>", count: 200)
        #expect(HandMade.fault(try HandMade.workbook(Self.cell + flat)) == nil)
    }

    /// Whatever is done to a file, it is read or refused, within its limits.
    @Test func damagedFilesAreReadOrRefused() throws {
        let file = try SpreadsheetFile.bytes([
            SheetDraft(
                "a", columns: [.init("mã", choices: ["x"])], rows: [[.text("007")], [.number(1)], [.date(2026, 1, 1)]])
        ])
        var mutator = Mutator(seed: 12)
        for _ in 0..<2_000 {
            if let rows = try? HandMade.rows(mutator.mutate(file)) { #expect(rows.count <= 100) }
        }
    }
}
