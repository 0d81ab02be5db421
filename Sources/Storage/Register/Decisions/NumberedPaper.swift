/// A paper that has its number: on its way to be issued, or issued.
public struct NumberedPaper: Hashable, Sendable {
    /// How far it has come.
    public enum State: String, Sendable {
        /// Being made and signed by the service; let go of when that ends otherwise.
        case reserved
        /// Waiting for a signature from outside.
        case prepared
        case issued
    }

    public let id: Int64
    public let round: String
    public let series: NumberSeries

    /// Its place among the authority's decisions of the year.
    public let number: Int
    public let numberText: String
    public let state: State

    /// When it came to this state, in seconds since 1970; 0 where it is reserved.
    public let since: Int
}

/// The file of a numbered paper.
public struct PaperDocument: Hashable, Sendable {
    public let paper: Int64

    /// PDF.
    public let bytes: [UInt8]

    public init(paper: Int64, bytes: [UInt8]) { (self.paper, self.bytes) = (paper, bytes) }
}
