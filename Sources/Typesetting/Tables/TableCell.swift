/// One cell of a table.
public struct TableCell: Sendable, Hashable {
    public var content: CellContent

    /// How many columns it covers.
    public var columnSpan: Int

    /// How many rows it covers; more than 1 among header rows only.
    public var rowSpan: Int

    public var verticalAlignment: VerticalAlignment

    /// `header` also for a cell at a row's beginning that names the row.
    public var role: CellRole

    public init(
        _ content: CellContent, columnSpan: Int = 1, rowSpan: Int = 1, verticalAlignment: VerticalAlignment = .middle,
        role: CellRole = .data
    ) {
        self.content = content
        self.columnSpan = columnSpan
        self.rowSpan = rowSpan
        self.verticalAlignment = verticalAlignment
        self.role = role
    }

    /// Text in the column's alignment.
    public init(
        _ runs: [Run], columnSpan: Int = 1, rowSpan: Int = 1, verticalAlignment: VerticalAlignment = .middle,
        role: CellRole = .data
    ) {
        self.init(
            .text(runs), columnSpan: columnSpan, rowSpan: rowSpan, verticalAlignment: verticalAlignment, role: role)
    }
}

/// What is in a cell.
public enum CellContent: Sendable, Hashable {
    /// One paragraph, in the alignment of its (first) column.
    case text([Run])
    /// Anything but a page break and a table.
    case blocks([Block])
}

/// Whether a cell names others or is one of those named.
public enum CellRole: Sendable, Hashable {
    case header
    case data
}

/// Where contents stand in a cell that is taller than they are.
public enum VerticalAlignment: Sendable, Hashable {
    case top
    case middle
    case bottom
}
