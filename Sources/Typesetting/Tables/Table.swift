/// Rows that break over pages between, never within; the header's rows are repeated on each page.
public struct Table: Sendable, Hashable {
    public var columns: [TableColumn]
    public var header: [TableRow]
    public var rows: [TableRow]

    /// Whether lines are drawn round every cell.
    public var ruled: Bool

    /// Between a cell's edge and its contents.
    public var padding: CellPadding

    public init(
        columns: [TableColumn], header: [TableRow] = [], rows: [TableRow], ruled: Bool = true,
        padding: CellPadding = CellPadding()
    ) {
        self.columns = columns
        self.header = header
        self.rows = rows
        self.ruled = ruled
        self.padding = padding
    }
}
