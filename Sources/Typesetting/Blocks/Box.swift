/// An empty square, drawn, not a character of any font.
public struct Box: Sendable, Hashable {
    /// The side in mm.
    public var side: Double
    public var alignment: Alignment

    public init(side: Double = 5, alignment: Alignment = .centre) {
        self.side = side
        self.alignment = alignment
    }
}
