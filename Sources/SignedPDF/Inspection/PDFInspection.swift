/// What a PDF says and proves; who may be trusted is not asked here.
public struct PDFInspection: Sendable, Hashable {
    /// In the order in which they were made.
    public let signatures: [PDFSignature]

    /// Names of the signature fields that nobody has signed yet.
    public let emptyFields: [String]

    /// The attached files of the first signed revision, by name; of the file where nothing is signed.
    public let attachments: [PDFAttachment]

    /// What the file brings along for verifying its signatures later (DSS).
    public let validationData: ValidationData

    /// How often the file was written, signatures included.
    public let revisionCount: Int

    public let pageCount: Int

    /// Whether there are signatures, and all of them hold.
    public var isIntact: Bool { !signatures.isEmpty && signatures.allSatisfy(\.isIntact) }
}

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

extension PDFInspection {
    /// What was done to a file since it was handed out to be signed: signatures, or anything else.
    /// - Parameter base: the file as it was then. One that was written anew since, and so does not begin with the same
    ///   bytes, counts as replaced.
    /// - Throws: `PDFError` where either cannot be read.
    public static func changes(
        since base: [UInt8], in file: [UInt8], sizeLimit: Int = PDFLimits.fileSize
    ) throws(PDFError) -> Changes {
        guard file.starts(with: base) else { return .forbidden([.catalogReplaced]) }
        let budget = ReadingBudget()
        let known = try PDFHistory(base, sizeLimit: sizeLimit, budget: budget).last
        let history = try PDFHistory(file, sizeLimit: sizeLimit, budget: budget)
        let steps = try RevisionComparison.steps(after: known, in: history)
        let trailing = history.structure.trailingByteCount
        let forbidden = steps.flatMap(\.forbidden) + (trailing > 0 ? [.trailingBytes(count: trailing)] : [])
        let permitted = steps.flatMap(\.permitted)
        guard forbidden.isEmpty else { return .forbidden(forbidden) }
        return permitted.isEmpty ? .none : .permitted(permitted)
    }
}
