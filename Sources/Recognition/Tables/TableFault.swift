/// One thing wrong with a table, and where.
public struct TableFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The stable name of a fault; the raw value is what programs see.
    public enum Reason: String, CaseIterable, Hashable, Sendable {
        case tooLarge = "too-large"
        case notUTF8 = "not-utf8"
        case legacyEncoding = "legacy-encoding"
        case syntax
        case noRows = "no-rows"
        case missingColumn = "missing-column"
        case repeatedColumn = "repeated-column"
        case unknownColumn = "unknown-column"
        case wrongFieldCount = "wrong-field-count"
        case emptyField = "empty-field"
        case badText = "bad-text"
        case badIdentifier = "bad-identifier"
        case badNumber = "bad-number"
        case badKey = "bad-key"
        case unknownKind = "unknown-kind"
        case repeatedIdentifier = "repeated-identifier"
        case repeatedName = "repeated-name"
        case repeatedKey = "repeated-key"
    }

    /// The line of the file, from 1; where a quoted field runs over several, the line on which its row begins.
    public let line: Int

    /// The column's name as the header has it, or as it should; nil where the fault is the line's.
    public let column: String?

    public let reason: Reason

    /// What would have been right, or which earlier line holds the same; empty where the reason says all.
    public let detail: BilingualText

    init(line: Int, column: String? = nil, _ reason: Reason, _ detail: BilingualText = BilingualText("", "")) {
        self.line = line
        self.column = column.map(Self.cut)
        self.reason = reason
        self.detail = detail
    }

    /// A header may be as long as the file: as much of a name as tells which it is.
    private static func cut(_ name: String) -> String { name.count > 60 ? name.prefix(60) + "…" : name }

    public var description: String { text.english }
}
