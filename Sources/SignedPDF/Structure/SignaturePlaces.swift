/// Where a signature dictionary's entries stand in the file.
struct SignaturePlaces {
    /// The string from its `<` to behind its `>`; nil where it is written in another way.
    let contents: Range<Int>?
    let byteRange: Range<Int>?

    init(_ signature: IndirectObject, in bytes: [UInt8]) throws(PDFError) {
        var scanner = PDFScanner(bytes, at: signature.valueRange.lowerBound)
        var found: [String: Range<Int>] = [:]
        try scanner.forEachEntry { key, value, range in
            let isBytes = if case .string = value { true } else { false }
            if key != "Contents" || isBytes { found[key] = range }
        }
        byteRange = found["ByteRange"]
        contents = found["Contents"].flatMap { bytes[$0.lowerBound] == UInt8(ascii: "<") ? $0 : nil }
    }
}
