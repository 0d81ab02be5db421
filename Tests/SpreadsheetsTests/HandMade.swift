import ArchiveKit
import TestSupport

@testable import Spreadsheets

/// Spreadsheets put together by hand: what no office program would write.
enum HandMade {
    static let limits = SpreadsheetLimits(rows: 100, columns: 20)
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    static func archive(_ parts: [(String, String)]) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        let writer = try ZipWriter(path: folder.file("a.zip"), modified: 1_766_016_000)
        for (name, text) in parts { try writer.add(name, bytes: Array(text.utf8)) }
        try writer.finish()
        return try folder.read("a.zip")
    }

    /// An `.xlsx` of one sheet.
    /// - Parameters:
    ///   - data: what stands in `sheetData`.
    ///   - prolog: before the sheet's root element.
    ///   - strings: what stands in the shared strings.
    ///   - formats: of the cells, by their `s`.
    static func workbook(
        _ data: String, prolog: String = "", strings: String = "", formats: [String] = [], properties: String = "",
        more: [(String, String)] = [], moreRelations: String = ""
    ) throws -> [UInt8] {
        let codes = formats.enumerated().map {
            "<numFmt numFmtId=\"\(200 + $0.offset)\" formatCode=\"\($0.element.replacing("\"", with: "&quot;"))\"/>"
        }
        let cells = formats.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }
        return try archive(
            [
                ("[Content_Types].xml", "<Types/>"),
                (
                    "_rels/.rels",
                    rels("<Relationship Id=\"a\" Type=\"\(relations)/officeDocument\" Target=\"xl/workbook.xml\"/>")
                ),
                (
                    "xl/workbook.xml",
                    """
                    <workbook xmlns="\(main)" xmlns:r="\(relations)">\(properties)<sheets>\
                    <sheet name="Một" sheetId="1" r:id="s"/></sheets></workbook>
                    """
                ),
                (
                    "xl/_rels/workbook.xml.rels",
                    rels(
                        """
                        <Relationship Id="s" Type="\(relations)/worksheet" Target="worksheets/a.xml"/>\
                        <Relationship Id="t" Type="\(relations)/sharedStrings" Target="/xl/strings.xml"/>\
                        <Relationship Id="f" Type="\(relations)/styles" Target="styles.xml"/>\(moreRelations)
                        """)
                ),
                ("xl/strings.xml", "<sst xmlns=\"\(main)\">\(strings)</sst>"),
                (
                    "xl/styles.xml",
                    """
                    <styleSheet xmlns="\(main)"><numFmts>\(codes.joined())</numFmts>\
                    <cellXfs><xf numFmtId="0"/>\(cells.joined())</cellXfs></styleSheet>
                    """
                ),
                (
                    "xl/worksheets/a.xml",
                    "\(prolog)<worksheet xmlns=\"\(main)\"><sheetData>\(data)</sheetData></worksheet>"
                ),
            ] + more)
    }

    private static func rels(_ text: String) -> String { "<Relationships>\(text)</Relationships>" }

    /// An `.ods` of what stands in its `office:spreadsheet`.
    static func openDocument(_ content: String, prolog: String = "", more: [(String, String)] = []) throws -> [UInt8] {
        let names = ["office", "table", "text"].map {
            "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
        }
        return try archive(
            [
                ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
                (
                    "content.xml",
                    """
                    \(prolog)<office:document-content \(names.joined(separator: " "))><office:body><office:spreadsheet>\
                    \(content)</office:spreadsheet></office:body></office:document-content>
                    """
                ),
            ] + more)
    }

    static func rows(_ bytes: [UInt8], limits: SpreadsheetLimits = limits) throws(SpreadsheetFault) -> [[String]] {
        try Spreadsheet(reading: bytes, limits: limits).rows.map(\.cells)
    }

    static func fault(_ bytes: [UInt8], sheet: String? = nil, limits: SpreadsheetLimits = limits) -> SpreadsheetFault? {
        do {
            _ = try Spreadsheet(reading: bytes, sheet: sheet, limits: limits)
            return nil
        } catch {
            return error
        }
    }
}
