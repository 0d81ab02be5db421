/// A table as a person sees it before it is imported: every line as it stands, and beside it what is wrong.
public struct TablePreview: Hashable, Sendable {
    /// The columns' headers; empty for a table that cannot be taken apart.
    public let header: [String]

    /// As in the file, of any width; none for a table that cannot be taken apart.
    public let rows: [CSVTable.Row]

    /// What the import would refuse it for; none of an importable table.
    public let faults: TableFaults

    /// Offered for a table that was typed in an old encoding.
    public let conversion: TableConversion?

    public var isImportable: Bool { faults.list.isEmpty }

    /// - Parameter read: the import itself, so that the preview judges by the same rules.
    init(_ bytes: [UInt8], _ read: ([UInt8]) throws(TableFaults) -> Void) {
        var rows = (try? CSVTable.lines(of: bytes)) ?? []
        header = rows.isEmpty ? [] : rows.removeFirst().fields
        self.rows = rows
        conversion = TableConversion(of: bytes)
        do {
            try read(bytes)
            faults = TableFaults()
        } catch {
            faults = error
        }
    }

    /// What is wrong with one line.
    public func faults(on line: Int) -> [TableFault] { faults.list.filter { $0.line == line } }

    /// What is wrong with the header or with the table as a whole: on no row's line.
    public var generalFaults: [TableFault] {
        let lines = Set(rows.map(\.line))
        return faults.list.filter { !lines.contains($0.line) }
    }
}

extension UnitTable {
    public static func preview(_ bytes: [UInt8], profile: GuidanceProfile) -> TablePreview {
        TablePreview(bytes) { bytes throws(TableFaults) in _ = try UnitTable(parsing: bytes, profile: profile) }
    }
}

extension VoterTable {
    public static func preview(_ bytes: [UInt8]) -> TablePreview {
        TablePreview(bytes) { bytes throws(TableFaults) in _ = try VoterTable(parsing: bytes) }
    }
}
