import CPango

/// Sets documents in one family of fonts, and prints them as tagged PDF 1.5 with embedded subsets of the fonts.
///
/// A character that the family lacks is taken from another installed font; one that no font has is printed as "□".
public final class Typesetter: Sendable {
    public let family: String
    let fonts: Pool<FontSource>

    /// - Parameter language: Its letters must all be in the family (fontconfig's own table of them); such as "vi".
    /// - Throws: `TypesettingError.missingFont` unless the family is there, upright and italic, plain and bold.
    public init(family: String = "Liberation Serif", language: String = "vi") throws(TypesettingError) {
        for face in FontFace.allCases where !face.isInstalled(family: family, language: language) {
            throw .missingFont(family: family, face: face.rawValue)
        }
        self.family = family
        fonts = Pool { try FontSource(family: family) }
    }

    /// Lays out and prints a document. Many threads may do so at once.
    /// - Throws: `TypesettingError`.
    public func typeset(_ document: PrintedDocument) throws -> TypesetDocument {
        try fonts.withResource { fonts in
            fonts.speak(document.language)
            let canvas = Canvas(try PDFSurface(describedBy: document), tagged: true)
            let flow = Flow(on: canvas, setup: document.page, composer: Composer(fonts: fonts))
            for block in document.blocks { try flow.add(block) }
            try flow.finish()
            return TypesetDocument(pdf: try canvas.finish(), pageCount: canvas.pageCount, places: canvas.places)
        }
    }
}

extension PDFSurface {
    fileprivate convenience init(describedBy document: PrintedDocument) throws(TypesettingError) {
        let size = document.page.size
        try self.init(width: size.width.pointsFromMillimetres, height: size.height.pointsFromMillimetres)
        setMetadata(CAIRO_PDF_METADATA_TITLE, document.title.printable)
        if let author = document.author { setMetadata(CAIRO_PDF_METADATA_AUTHOR, author.printable) }
        setMetadata(CAIRO_PDF_METADATA_CREATE_DATE, CalendarDate(secondsSince1970: document.created).text)
    }
}
