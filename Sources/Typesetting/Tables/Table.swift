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

/// A column's width, and where text stands in it that says nothing of its own.
public struct TableColumn: Sendable, Hashable {
    public var width: Extent

    /// For cells made of text alone.
    public var alignment: Alignment

    public init(width: Extent = .share(1), alignment: Alignment = .leading) {
        self.width = width
        self.alignment = alignment
    }
}

/// One row: its cells from left to right. Columns that a cell above still covers are not mentioned again.
public struct TableRow: Sendable, Hashable {
    public var cells: [TableCell]

    /// In mm.
    public var minimumHeight: Double

    public init(_ cells: [TableCell], minimumHeight: Double = 0) {
        self.cells = cells
        self.minimumHeight = minimumHeight
    }
}

/// The room left within a cell's edges, in mm.
public struct CellPadding: Sendable, Hashable {
    public var horizontal: Double
    public var vertical: Double

    public init(horizontal: Double = 1.5, vertical: Double = 1) {
        self.horizontal = horizontal
        self.vertical = vertical
    }
}
