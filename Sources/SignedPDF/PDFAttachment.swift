/// A file inside a PDF: an associated file (ISO 32000-2, 14.13).
public struct PDFAttachment: Sendable, Hashable {
    /// What the file is to the document (ISO 32000-2, table 43).
    public enum Relationship: String, Sendable, Hashable {
        /// What the document was made from.
        case source = "Source"
        /// What stands behind the document's figures.
        case data = "Data"
        case alternative = "Alternative"
        case supplement = "Supplement"
        case unspecified = "Unspecified"
    }

    /// The file's name, without a folder; unique within a document.
    public var name: String
    public var description: String
    /// Such as `application/json`.
    public var mimeType: String
    public var relationship: Relationship
    public var bytes: [UInt8]
    /// In seconds since 1970 (UTC); nil where the document does not say.
    public var modified: Int64?

    public init(
        name: String, description: String, mimeType: String, relationship: Relationship, bytes: [UInt8],
        modified: Int64? = nil
    ) {
        (self.name, self.description, self.mimeType) = (name, description, mimeType)
        (self.relationship, self.bytes, self.modified) = (relationship, bytes, modified)
    }
}
