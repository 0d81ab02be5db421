extension PDFInspection {
    /// Takes a PDF apart and verifies its signatures. Any bytes are safe to give.
    /// - Parameters:
    ///   - sizeLimit: longest file that is looked at, in bytes.
    ///   - budget: charged with all that is made of the file.
    /// - Throws: `PDFError` where nothing can be said about any signature.
    public static func inspect(
        _ bytes: [UInt8], sizeLimit: Int = PDFLimits.fileSize, budget: ReadingBudget = ReadingBudget()
    ) throws(PDFError) -> PDFInspection {
        let history = try PDFHistory(bytes, sizeLimit: sizeLimit, budget: budget)
        let (document, catalog) = (try history.document(after: history.last), try history.catalog(after: history.last))
        let fields = try FormField.all(in: document, catalog: catalog).filter { $0.type == "Sig" }
        guard fields.count(where: { $0.value != nil }) <= PDFLimits.signatureCount else {
            throw .unsupported("more than \(PDFLimits.signatureCount) signatures")
        }
        let claims = try SignatureClaim.all(of: fields, in: history)
        let validationData = try SecurityStore(catalog, in: document).data()
        let inspection = SignatureVerification(history, claims: claims, validationData: validationData)
        let first = claims.first?.revision ?? history.last
        return PDFInspection(
            signatures: try inspection.signatures(), emptyFields: fields.filter { $0.value == nil }.map(\.name),
            attachments: try AttachmentReader.read(history, after: first), validationData: validationData,
            revisionCount: history.structure.revisions.count, pageCount: try document.pages().count)
    }
}
