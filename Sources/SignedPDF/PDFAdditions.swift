/// What a document is given together with its first signature, and under it.
public struct PDFAdditions: Sendable, Hashable {
    /// An empty signature field: room on a page for a later signature.
    ///
    /// A certified document whose later signatures bring fields of their own is refused by strict programs
    /// (ISO 32000-2, 12.8.2.2 permits signing, and says nothing of new fields); a field reserved here is filled in.
    public struct Field: Sendable, Hashable {
        /// Unique in the document; no full stop.
        public var name: String
        /// Counted from 0.
        public var page: Int
        public var rectangle: PDFRectangle

        public init(name: String, page: Int, rectangle: PDFRectangle) {
            (self.name, self.page, self.rectangle) = (name, page, rectangle)
        }
    }

    /// The language of its text (RFC 5646), such as `vi-VN`; nil leaves what there is.
    public var language: String?

    /// Whether viewers show the document's title instead of the file's name.
    public var displaysTitle: Bool

    public var attachments: [PDFAttachment]

    /// For the signatures that are to follow.
    public var reservedFields: [Field]

    public init(
        language: String? = nil, displaysTitle: Bool = true, attachments: [PDFAttachment] = [],
        reservedFields: [Field] = []
    ) {
        (self.language, self.displaysTitle) = (language, displaysTitle)
        (self.attachments, self.reservedFields) = (attachments, reservedFields)
    }
}

extension PDFAdditions {
    /// The document with these additions, and nothing signed yet.
    /// - Parameter sizeLimit: longest `pdf` that is read, in bytes.
    /// - Throws: `PDFError`.
    public func appended(to pdf: [UInt8], sizeLimit: Int = PDFLimits.fileSize) throws(PDFError) -> [UInt8] {
        var edition = try DocumentEdition(pdf, sizeLimit: sizeLimit)
        let fields = try FormField.all(in: edition.document, catalog: edition.catalog)
        guard fields.allSatisfy({ $0.value == nil }) else { throw .alreadySigned }
        try edition.apply(self)
        return try edition.file()
    }
}
