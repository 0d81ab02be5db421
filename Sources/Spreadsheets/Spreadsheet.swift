/// One sheet of a workbook, as somebody who looks at it sees it.
///
/// All cells are text: numbers as their format shows them, without the marks between thousands and with a point before
/// decimals; dates as 2026-01-31, times as 08:30; true as 1, false as 0; a formula as the value that the program which
/// saved the file computed. A cell that has letters or digits as text keeps them, zeros in front included.
public struct Spreadsheet: Hashable, Sendable {
    public struct Row: Hashable, Sendable {
        /// As the sheet numbers it, from 1.
        public let line: Int

        /// From column A, without what is empty after the last.
        public let cells: [String]

        public init(line: Int, cells: [String]) { (self.line, self.cells) = (line, cells) }
    }

    /// What a workbook holds that is not looked at.
    public enum Ignored: String, Hashable, Sendable, CaseIterable {
        case macros
        case externalLinks = "external-links"
    }

    /// The sheet's name.
    public let name: String

    /// Of all sheets that can be seen, in their order.
    public let sheetNames: [String]

    /// Those in which there is something, by line.
    public let rows: [Row]
    public let ignored: Set<Ignored>
}

/// How much of a stranger's spreadsheet is read.
public struct SpreadsheetLimits: Sendable {
    public var rows: Int
    public var columns: Int

    /// Of everything that is unpacked, in bytes.
    public var unpacked = 64 << 20

    /// Of all cells together, in bytes.
    public var text = 16 << 20

    /// Files in the archive, and sheets.
    public var parts = 2_000
    public var sheets = 255

    public init(rows: Int, columns: Int) { (self.rows, self.columns) = (rows, columns) }
}

extension Spreadsheet {
    /// Reads one sheet.
    /// - Parameters:
    ///   - bytes: of an `.xlsx` or `.ods`, from anyone.
    ///   - name: of the sheet, in any case; nil for the first that can be seen.
    /// - Throws: `SpreadsheetFault`.
    public init(reading bytes: [UInt8], sheet name: String? = nil, limits: SpreadsheetLimits) throws(SpreadsheetFault) {
        let package = try OfficePackage(bytes, limits)
        switch package.format {
        case .openXML: self = try OpenXMLWorkbook(package).sheet(name)
        case .openDocument: self = try OpenDocumentWorkbook(package).sheet(name)
        }
    }

    /// Whether the bytes are some spreadsheet program's own format, readable here or not, and not a text file.
    public static func looksLikeOne(_ bytes: [UInt8]) -> Bool {
        OfficePackage.isArchive(bytes) || OfficePackage.isCompoundFile(bytes)
    }
}
