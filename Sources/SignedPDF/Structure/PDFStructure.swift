/// A file as its writings lie in it, one behind the other.
///
///     %PDF-1.x  objects  cross-references  startxref n %%EOF      a revision
///               objects  cross-references  startxref n %%EOF      the next, which leaves the first as it was
struct PDFStructure {
    let bytes: [UInt8]
    /// Oldest first; at least one.
    let revisions: [Revision]
    /// How many bytes come behind the last revision.
    let trailingByteCount: Int
    let budget: ReadingBudget
    /// What has been read of it, shared by all its revisions.
    let store = ObjectStore()

    init(_ bytes: [UInt8], sizeLimit: Int, budget: ReadingBudget = ReadingBudget()) throws(PDFError) {
        guard bytes.count <= sizeLimit else { throw .tooLarge(limit: sizeLimit) }
        guard bytes.starts(with: Array("%PDF-".utf8)) else { throw .malformed("it does not begin with %PDF-") }
        (self.bytes, self.budget) = (bytes, budget)
        revisions = try Self.revisions(bytes, budget: budget)
        trailingByteCount = bytes.count - (revisions.last?.end ?? 0)
        try readObjectStreams()
    }

    private static func revisions(_ bytes: [UInt8], budget: ReadingBudget) throws(PDFError) -> [Revision] {
        var newestFirst: [Revision] = []
        var next: Int? = try lastPointer(bytes)
        while let offset = next {
            guard newestFirst.count < PDFLimits.revisionCount else {
                throw .unsupported("more than \(PDFLimits.revisionCount) revisions")
            }
            let limit = newestFirst.last?.section.offset ?? bytes.count
            newestFirst.append(try Revision(bytes, at: offset, limit: limit, budget: budget))
            next = newestFirst.last?.section.previous
        }
        return newestFirst.reversed()
    }

    /// What the last `startxref` says; it stands within the last 1,100 bytes.
    private static func lastPointer(_ bytes: [UInt8]) throws(PDFError) -> Int {
        let word = Array("startxref".utf8)
        let window = max(0, bytes.count - 1_100)...max(0, bytes.count - word.count)
        for start in window.reversed() where bytes[start] == word[0] && bytes[start...].starts(with: word) {
            var scanner = PDFScanner(bytes, at: start)
            // A pointer that was cut off points nowhere; the one before it may be whole.
            if let offset = try? Revision.pointer(&scanner) { return offset }
        }
        throw .malformed("there is no end of file (startxref, %%EOF): cut short, or something was appended")
    }
}
