import ArchiveKit

/// The archive that a spreadsheet is, with a budget for all that is unpacked of it.
final class OfficePackage {
    enum Format { case openXML, openDocument }

    let format: Format
    let limits: SpreadsheetLimits
    private let archive: ZipReader
    private var budget: Int

    static func isArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 3, 4]) }

    /// What wraps Excel's older files, and newer ones that have a password (MS-CFB 2.2).
    static func isCompoundFile(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    }

    /// - Throws: `SpreadsheetFault`.
    init(_ bytes: [UInt8], _ limits: SpreadsheetLimits) throws(SpreadsheetFault) {
        guard !Self.isCompoundFile(bytes) else { throw SpreadsheetFault(.oldOrProtected) }
        guard Self.isArchive(bytes) else { throw SpreadsheetFault(.notASpreadsheet) }
        (self.limits, budget) = (limits, limits.unpacked)
        do {
            archive = try ZipReader(bytes: bytes, maximumEntries: limits.parts)
        } catch {
            throw Self.fault(error, part: nil)
        }
        if archive.contains("[Content_Types].xml") {
            format = .openXML
        } else if archive.contains("mimetype"), archive.contains("content.xml") {
            format = .openDocument
        } else {
            throw SpreadsheetFault(.notASpreadsheet)
        }
    }

    var names: [String] { archive.entries.map(\.name) }

    func contains(_ name: String) -> Bool { archive.contains(name) }

    /// A file of the archive.
    /// - Throws: `SpreadsheetFault`: `damaged` where there is none, `tooLarge` beyond what is left of the budget.
    func read(_ name: String) throws(SpreadsheetFault) -> [UInt8] {
        let bytes: [UInt8]
        do {
            bytes = try archive.read(name, limit: budget)
        } catch {
            throw Self.fault(error, part: name)
        }
        budget -= bytes.count
        return bytes
    }

    func xml(_ name: String) throws(SpreadsheetFault) -> XMLPull { try XMLPull(read(name), part: name) }

    private static func fault(_ error: ArchiveError, part: String?) -> SpreadsheetFault {
        switch error.reason {
        case .tooLarge, .tooManyEntries: SpreadsheetFault(.tooLarge, part: part, error.detail)
        case .encrypted: SpreadsheetFault(.protected, part: part)
        default: SpreadsheetFault(.damaged, part: part ?? error.entry, error.reason.rawValue)
        }
    }
}
