/// Why a file could not be read as a spreadsheet, and where.
public struct SpreadsheetFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The stable name of a fault; the raw value is what programs see.
    public enum Reason: String, Sendable, CaseIterable {
        /// Neither an `.xlsx` nor an `.ods`.
        case notASpreadsheet = "not-a-spreadsheet"

        /// Excel's format before 2007, or a file with a password, which is wrapped the same.
        case oldOrProtected = "old-or-protected"

        /// Protected with a password.
        case protected
        case damaged

        /// A document type or an entity, which no office program writes.
        case forbiddenXML = "forbidden-xml"

        /// More sheets, rows, columns, or bytes unpacked than are read.
        case tooLarge = "too-large"
        case noSuchSheet = "no-such-sheet"

        /// The cell shows an error: #REF!, #N/A.
        case errorValue = "error-value"

        /// The cell has a formula that no program has computed yet.
        case notComputed = "not-computed"
    }

    public let reason: Reason

    /// The file in the archive; nil where it is the whole, or a cell.
    public let part: String?

    /// The sheet's name and the cell as people name it, "B7"; nil where the fault is the file's.
    public let sheet: String?
    public let cell: String?

    /// What was found or would have been right, in a few words; may be empty. May hold names from the file.
    public let detail: String

    init(
        _ reason: Reason, part: String? = nil, sheet: String? = nil, cell: String? = nil, _ detail: String = ""
    ) {
        (self.reason, self.part, self.sheet, self.cell, self.detail) = (reason, part, sheet, cell, detail)
    }

    public var description: String {
        let fault = detail.isEmpty ? reason.rawValue : "\(reason.rawValue) (\(detail))"
        let place = [part, sheet, cell].compactMap { $0?.debugDescription }.joined(separator: ", ")
        return place.isEmpty ? "spreadsheet: \(fault)" : "spreadsheet, \(place): \(fault)"
    }
}
