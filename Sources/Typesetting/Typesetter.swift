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
        setMetadata(CAIRO_PDF_METADATA_CREATE_DATE, CreationTime(secondsSince1970: document.created).text)
    }
}

extension Typesetter {
    /// A page exactly as large as a rectangle, without tags: the visible mark of a signature.
    ///
    /// The text stands in the middle of the height, and shrinks until it fits.
    /// - Parameters:
    ///   - width: In mm, as `height`.
    ///   - border: nil for none.
    /// - Throws: `TypesettingError`, `.tooTall` where the text would have to be less than a tenth of its size.
    public func mark(
        _ paragraphs: [Paragraph], width: Double, height: Double, border: MarkBorder? = nil
    ) throws -> [UInt8] {
        try fonts.withResource { fonts in
            fonts.speak("vi-VN")
            let mark = Mark(
                width: width.pointsFromMillimetres, height: height.pointsFromMillimetres, border: border,
                composer: Composer(fonts: fonts))
            return try mark.print(paragraphs)
        }
    }
}

/// The border round a signature's visible mark, whose colour the text takes too.
public struct MarkBorder: Sendable, Hashable {
    /// In points.
    public var thickness: Double

    /// Each from 0 to 1.
    public var red: Double
    public var green: Double
    public var blue: Double

    /// Black, where nothing else is said.
    public init(thickness: Double = 0.75, red: Double = 0, green: Double = 0, blue: Double = 0) {
        self.thickness = thickness
        self.red = red
        self.green = green
        self.blue = blue
    }
}
