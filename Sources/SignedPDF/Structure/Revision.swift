/// One writing of a file: the bytes from the end of the one before to its own `%%EOF`.
struct Revision {
    let section: CrossReferenceSection
    /// Behind `%%EOF` and the end of its line.
    let end: Int
    /// Behind `%%EOF` itself: where some programs let a signature end.
    let mark: Int

    /// Reads the revision whose cross-references are at `offset`.
    init(_ bytes: [UInt8], at offset: Int, limit: Int, budget: ReadingBudget) throws(PDFError) {
        section = try CrossReferenceSection.read(bytes, at: offset, end: limit, budget: budget)
        var scanner = PDFScanner(bytes, at: section.range.upperBound, end: limit)
        scanner.skipSpace()
        guard try Self.pointer(&scanner) == offset else {
            throw .malformed("offset \(scanner.position): startxref leads elsewhere")
        }
        mark = scanner.position
        if !scanner.skip("\r\n"), !scanner.skip("\n") { _ = scanner.skip("\r") }
        end = scanner.position
    }

    /// `startxref`, the offset, `%%EOF`.
    static func pointer(_ scanner: inout PDFScanner) throws(PDFError) -> Int {
        try scanner.expect("startxref")
        scanner.skipBlank()
        let offset = try scanner.count()
        scanner.skipBlank()
        try scanner.expect("%%EOF")
        return offset
    }
}

extension PDFScanner {
    /// Passes over white space, but no comment.
    mutating func skipBlank() {
        while let byte = current, Self.isSpace(byte) { position += 1 }
    }
}
