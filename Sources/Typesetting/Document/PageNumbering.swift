/// Whether and how pages are numbered. The first page is 1, whether or not it says so.
public enum PageNumbering: Sendable, Hashable {
    case none
    /// Centred in the top margin, on every page but the document's first; the size in points.
    case fromSecondPage(size: Double)
}
