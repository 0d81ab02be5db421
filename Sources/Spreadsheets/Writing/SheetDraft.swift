/// A sheet to be written: a header, and rows below it.
public struct SheetDraft: Sendable {
    public enum Cell: Hashable, Sendable {
        case empty

        /// Stays text whatever it looks like: "007", "=1+1".
        case text(String)
        case number(Double)

        /// Year, month, day.
        case date(Int, Int, Int)
    }

    public struct Column: Sendable {
        public var title: String

        /// In characters.
        public var width: Int

        /// What a cell may hold, offered as a drop-down; empty for anything.
        public var choices: [String]

        public init(_ title: String, width: Int = 16, choices: [String] = []) {
            (self.title, self.width, self.choices) = (title, width, choices)
        }
    }

    public var name: String
    public var columns: [Column]

    /// Each has at most as many cells as there are columns.
    public var rows: [[Cell]]

    public init(_ name: String, columns: [Column], rows: [[Cell]] = []) {
        (self.name, self.columns, self.rows) = (name, columns, rows)
    }
}

/// Why a spreadsheet could not be written: too long a text or name, or the system's fault. Holds no cell's text.
public struct SpreadsheetWritingFault: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
}
