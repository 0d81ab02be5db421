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
