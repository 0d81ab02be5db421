extension CrossReferenceSection {
    /// The section that begins at `offset`.
    static func read(_ bytes: [UInt8], at offset: Int, end: Int, budget: ReadingBudget) throws(PDFError) -> Self {
        var scanner = PDFScanner(bytes, at: offset, end: end, budget: budget)
        guard offset < end, scanner.position == offset else {
            throw .malformed("the cross-references are beyond the end of the file")
        }
        guard scanner.skip("xref") else { return try stream(&scanner) }
        return try table(&scanner, offset: offset)
    }

    private static func table(_ scanner: inout PDFScanner, offset: Int) throws(PDFError) -> Self {
        var entries: [Int: CrossReference] = [:]
        scanner.skipSpace()
        while !scanner.skip("trailer") {
            try subsection(&scanner, into: &entries)
            scanner.skipSpace()
        }
        guard let trailer = try scanner.object().dictionary else { throw scanner.fault("a trailer dictionary") }
        return try Self(
            offset: offset, isStream: false, entries: entries, trailer: trailer, range: offset..<scanner.position)
    }

    private static func subsection(
        _ scanner: inout PDFScanner, into entries: inout [Int: CrossReference]
    ) throws(PDFError) {
        let first = try scanner.count()
        scanner.skipSpace()
        let count = try scanner.count()
        scanner.skipSpace()
        guard first <= 8_388_607, count <= (scanner.end - scanner.position) / 20 else {
            throw scanner.fault("as many entries as announced")
        }
        for number in first..<first + count {
            let entry = try row(&scanner)
            try scanner.budget.charge(ReadingBudget.entry)
            guard entries.updateValue(entry, forKey: number) == nil else {
                throw .malformed("object \(number) comes twice in one table")
            }
        }
    }

    /// Twenty bytes: `nnnnnnnnnn ggggg n` and two for the end of line.
    private static func row(_ scanner: inout PDFScanner) throws(PDFError) -> CrossReference {
        let start = scanner.position
        guard scanner.end - start >= 20, let offset = digits(scanner.bytes[start..<start + 10]),
            scanner.bytes[start + 10] == 32, let generation = digits(scanner.bytes[start + 11..<start + 16]),
            scanner.bytes[start + 16] == 32, isEndOfLine(scanner.bytes[start + 18], scanner.bytes[start + 19])
        else { throw scanner.fault("a row of cross-references") }
        scanner.position += 20
        switch scanner.bytes[start + 17] {
        case UInt8(ascii: "n"): return .offset(offset, generation: generation)
        case UInt8(ascii: "f"): return .free
        default: throw scanner.faultAt(start, "a row of cross-references")
        }
    }

    private static func isEndOfLine(_ first: UInt8, _ second: UInt8) -> Bool {
        (first == 32 || first == 13) && (second == 10 || second == 13) && (first, second) != (13, 13)
    }

    private static func digits(_ text: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in text {
            guard (48...57).contains(digit) else { return nil }
            value = value * 10 + Int(digit - 48)
        }
        return value
    }
}
