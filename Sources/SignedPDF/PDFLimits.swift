/// How much of a file from a stranger is taken in.
public enum PDFLimits {
    /// Longest file that is read, in bytes, where the caller does not say otherwise.
    public static let fileSize = 32 << 20

    /// Most attachments that are read out of one file.
    public static let attachmentCount = 5_000

    /// Most bytes that may be made of a file: see `ReadingBudget`.
    public static let work = 128 << 20

    /// Deepest nesting of arrays and dictionaries.
    static let nesting = 100

    /// Most revisions of one file.
    static let revisionCount = 200

    /// Most signatures that are verified in one file.
    static let signatureCount = 100

    /// Most fields of one form.
    static let fieldCount = 1_000
}
