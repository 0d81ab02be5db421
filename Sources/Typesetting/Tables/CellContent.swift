/// What is in a cell.
public enum CellContent: Sendable, Hashable {
    /// One paragraph, in the alignment of its (first) column.
    case text([Run])
    /// Anything but a page break and a table.
    case blocks([Block])
}
