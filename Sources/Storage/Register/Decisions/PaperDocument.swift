/// The file of a numbered paper.
public struct PaperDocument: Hashable, Sendable {
    public let paper: Int64

    /// PDF.
    public let bytes: [UInt8]

    public init(paper: Int64, bytes: [UInt8]) { (self.paper, self.bytes) = (paper, bytes) }
}
