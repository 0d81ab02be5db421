/// An object as it stands in a file: `12 0 obj … endobj`.
struct IndirectObject {
    let reference: PDFReference
    let value: PDFObject
    /// Where its value stands in the file; for a stream, its dictionary.
    let valueRange: Range<Int>
    /// A stream's bytes as they stand in the file.
    let streamRange: Range<Int>?
    /// From its number to behind `endobj`.
    let range: Range<Int>
}

extension PDFScanner {
    /// The object that begins exactly here.
    /// - Parameter length: the number that a stream's `/Length` refers to.
    mutating func indirectObject(length: (PDFReference) throws(PDFError) -> Int) throws(PDFError) -> IndirectObject {
        let start = position
        let reference = try objectHeader()
        skipSpace()
        let valueStart = position
        var value = try object()
        let valueRange = valueStart..<position
        skipSpace()
        var streamRange: Range<Int>?
        if let entries = value.dictionary, skip("stream") {
            streamRange = try stream(entries, length: length)
            value = .stream(entries)
        }
        try expect("endobj")
        return IndirectObject(
            reference: reference, value: value, valueRange: valueRange, streamRange: streamRange,
            range: start..<position)
    }

    private mutating func objectHeader() throws(PDFError) -> PDFReference {
        let number = try count()
        skipSpace()
        let generation = try count()
        skipSpace()
        try expect("obj")
        return PDFReference(number, generation)
    }

    /// What stands between `stream` and `endstream`.
    private mutating func stream(
        _ entries: PDFObject.Dictionary, length: (PDFReference) throws(PDFError) -> Int
    ) throws(PDFError) -> Range<Int> {
        guard skip("\r\n") || skip("\n") else { throw fault("a line feed after stream") }
        let count: Int
        switch entries["Length"] {
        case .integer(let value): count = value
        case .reference(let reference): count = try length(reference)
        default: throw fault("a stream's /Length")
        }
        guard count >= 0, count <= end - position else { throw .malformed("offset \(position): stream cut short") }
        let range = position..<position + count
        position += count
        skipSpace()
        try expect("endstream")
        skipSpace()
        return range
    }
}
