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
