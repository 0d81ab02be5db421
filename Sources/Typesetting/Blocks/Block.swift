/// Something that takes up the text's width, or its column's, one below the other.
public indirect enum Block: Sendable, Hashable {
    case paragraph(Paragraph)

    /// Empty height in mm; nothing at the top of a page.
    case space(Double)

    case rule(Rule)

    /// Side by side, level at the top, and together on one page.
    case columns([Column])

    case table(Table)

    /// A new page; with a setup of its own from there on, where one is given.
    case pageBreak(PageSetup?)

    /// Never split over pages, unless taller than one.
    case together([Block])

    /// An empty rectangle, reported in `TypesetDocument.places`; mm. Where no width is given, all there is.
    case place(name: String, width: Double?, height: Double)

    case qr(QRCode)

    /// Blocks within a border, together on one page.
    case framed([Block], Frame)

    /// An empty square to be marked with a pen.
    case box(Box)
}

/// Where a line, a rule or a box stands in the width that it has.
public enum Alignment: Sendable, Hashable {
    case leading
    case centre
    case trailing
    /// Spread over the whole width, but for a paragraph's last line. For what is not text, as `leading`.
    case justified
}
