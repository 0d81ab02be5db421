/// What reading one file may cost. Whatever is made of it (values, texts, names put together, unpacked streams, copies to
/// be hashed, what is looked at anew for each revision) is charged here before it is made, each copy by itself: a small
/// file can ask for the same megabyte five thousand times.
public final class ReadingBudget {
    /// What a value costs beside its bytes: the value itself, and its place in what holds it.
    static let value = 48
    /// What a place in a table of objects costs.
    static let entry = 64

    /// In bytes, near enough.
    public let limit: Int
    public private(set) var spent = 0

    public init(limit: Int = PDFLimits.work) { self.limit = limit }

    var left: Int { limit - spent }

    /// - Throws: `PDFError.tooMuchInside`, and what would have been made is not to be made.
    func charge(_ bytes: Int) throws(PDFError) {
        guard bytes <= left else { throw .tooMuchInside(limit: limit) }
        spent += bytes
    }

    func charge(_ count: Int, each bytes: Int) throws(PDFError) {
        let (product, overflows) = count.multipliedReportingOverflow(by: bytes)
        guard !overflows else { throw .tooMuchInside(limit: limit) }
        try charge(product)
    }
}
