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
