/// One of several blocks' stacks that stand side by side.
public struct Column: Sendable, Hashable {
    public var width: Extent
    public var blocks: [Block]

    public init(width: Extent = .share(1), _ blocks: [Block]) {
        self.width = width
        self.blocks = blocks
    }
}
