/// How much of a file from a stranger is taken in.
public enum PDFLimits {
    /// Longest file that is read, in bytes, where the caller does not say otherwise.
    public static let fileSize = 32 << 20

    /// Most attachments that are read out of one file.
    public static let attachmentCount = 5_000

    /// Most bytes that all attachments of a file may unpack to.
    public static let attachmentSize = 64 << 20

    /// Most bytes that the cross-reference and object streams of a file may unpack to.
    static let structureSize = 64 << 20

    /// Deepest nesting of arrays and dictionaries; qpdf's own limit is 500.
    static let nesting = 100

    /// Most revisions of one file.
    static let revisionCount = 200

    /// Most signatures that are verified in one file.
    static let signatureCount = 100

    /// Most fields of one form.
    static let fieldCount = 1_000

    /// Most objects that are compared, those of each revision counted anew.
    static let comparisons = 500_000
}
