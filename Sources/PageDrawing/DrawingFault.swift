/// Why pages were not drawn.
public enum DrawingFault: String, Error, Sendable, Hashable {
    /// Poppler does not read the file.
    case unreadable
    /// More pages than `PageComparison.pageLimit`, or one without a sensible size.
    case tooLarge = "too-large"
    /// The two files have another number of pages, or pages of another size.
    case otherPages = "other-pages"
    case noMemory = "no-memory"
    /// Text without a font of its own would not be seen.
    case noFonts = "no-fonts"
}
