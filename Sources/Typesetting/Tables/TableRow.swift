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
