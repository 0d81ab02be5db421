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
